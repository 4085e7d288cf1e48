export { default } from "../../../../generated/docs/.vitepress/theme/index.js";
