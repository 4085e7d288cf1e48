// Emitted by sdkwright 0.1.0 from document ddea6a7bbd82. What is written here is lost at the next run.

import DefaultTheme from "vitepress/theme-without-fonts";
import "./style.css";

export default DefaultTheme;
