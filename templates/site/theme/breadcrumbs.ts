import { type DefaultTheme, useData, withBase } from "vitepress";
import { defineComponent, h } from "vue";
import { linksAbove } from "./links-above.js";

/** Links to the pages above the open one: the reference, and the list that it is in. */
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
          ]);
    };
  },
});

export default Breadcrumbs;
