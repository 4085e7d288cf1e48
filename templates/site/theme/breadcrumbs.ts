import { type DefaultTheme, useData, withBase } from "vitepress";
import { defineComponent, h } from "vue";
import { linksAbove } from "./links-above.js";

/** Links to the pages above the open one, and its title. */
const Breadcrumbs = defineComponent({
  name: "Breadcrumbs",
  setup() {
    const { page, theme } = useData<DefaultTheme.Config>();
    return () => {
      const links = linksAbove(page.value.relativePath, theme.value.sidebar);
      return links.length === 0
        ? null
        : h("nav", { class: "breadcrumbs", "aria-label": "Breadcrumbs" }, [
            ...links.flatMap(({ text, link }) => [h("a", { href: withBase(link) }, text), " / "]),
            h("span", { "aria-current": "page" }, page.value.title),
          ]);
    };
  },
});

export default Breadcrumbs;
