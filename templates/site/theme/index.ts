import { onContentUpdated } from "vitepress";
import DefaultTheme from "vitepress/theme-without-fonts";
import { defineComponent, h, onMounted } from "vue";
import CopyMarkdown from "./copy-markdown.js";
import { rememberTabs, showChosenTabs } from "./tabs.js";
import "./style.css";

const Layout = defineComponent({
  setup() {
    onMounted(rememberTabs);
    onContentUpdated(showChosenTabs);
    return () => h(DefaultTheme.Layout, null, { "doc-before": () => h(CopyMarkdown) });
  },
});

export default { extends: DefaultTheme, Layout };
