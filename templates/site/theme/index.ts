import { dataSymbol, onContentUpdated, useData } from "vitepress";
import DefaultTheme from "vitepress/theme-without-fonts";
import { computed, defineComponent, h, onMounted, provide } from "vue";
import Breadcrumbs from "./breadcrumbs.js";
import CopyMarkdown from "./copy-markdown.js";
import { expandOnRequest } from "./expand.js";
import NotFound from "./not-found.js";
import { pageSidebar } from "./page-sidebar.js";
import { revealTarget } from "./reveal.js";
import { describeSearch } from "./search-dialog.js";
import { rememberTabs, showChosenTabs } from "./tabs.js";
import "./style.css";

const Layout = defineComponent({
  setup() {
    const data = useData();
    const sidebar = () => pageSidebar(data.theme.value.sidebar, data.page.value.relativePath);
    const theme = computed(() => ({ ...data.theme.value, sidebar: sidebar() }));
    provide(dataSymbol, { ...data, theme });
    onMounted(rememberTabs);
    onMounted(describeSearch);
    onMounted(expandOnRequest);
    onMounted(() => window.addEventListener("hashchange", revealTarget));
    onContentUpdated(() => {
      showChosenTabs();
      revealTarget();
      requestAnimationFrame(showOpenPage);
    });
    return () =>
      h(DefaultTheme.Layout, null, {
        "doc-before": () => h("div", { class: "page-bar" }, [h(Breadcrumbs), h(CopyMarkdown)]),
        "not-found": () => h(NotFound),
      });
  },
});

/** Scrolls the sidebar to the entry of the open page, which may be one of hundreds. */
function showOpenPage(): void {
  const active = [...document.querySelectorAll(".VPSidebar .VPSidebarItem.is-active")].at(-1);
  active?.scrollIntoView({ block: "nearest" });
}

export default { extends: DefaultTheme, Layout };
