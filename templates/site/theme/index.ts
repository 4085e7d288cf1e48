import { dataSymbol, onContentUpdated, useData } from "vitepress";
import DefaultTheme from "vitepress/theme-without-fonts";
import { computed, defineComponent, h, onMounted, provide } from "vue";
import Breadcrumbs from "./breadcrumbs.js";
import CopyMarkdown from "./copy-markdown.js";
import NotFound from "./not-found.js";
import { pageSidebar } from "./page-sidebar.js";
import { rememberTabs, showChosenTabs } from "./tabs.js";
import "./style.css";

const Layout = defineComponent({
  setup() {
    const data = useData();
    const sidebar = () => pageSidebar(data.theme.value.sidebar, data.page.value.relativePath);
    const theme = computed(() => ({ ...data.theme.value, sidebar: sidebar() }));
    provide(dataSymbol, { ...data, theme });
    onMounted(rememberTabs);
    onContentUpdated(showChosenTabs);
    return () =>
      h(DefaultTheme.Layout, null, {
        "doc-before": () => [h(Breadcrumbs), h(CopyMarkdown)],
        "not-found": () => h(NotFound),
      });
  },
});

export default { extends: DefaultTheme, Layout };
