import DefaultTheme from "vitepress/theme-without-fonts";
import "../../../../generated/docs/.vitepress/theme/style.css";

export default DefaultTheme;
