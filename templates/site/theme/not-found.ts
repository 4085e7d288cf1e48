import { type DefaultTheme, useData, withBase } from "vitepress";
import { defineComponent, h, onMounted, ref } from "vue";
import { nearestPages } from "./nearest-pages.js";
import { pagesIn } from "./sidebar-pages.js";

/** The page for addresses without a page: links to those that resemble it. */
const NotFound = defineComponent({
  name: "NotFound",
  setup() {
    const { site } = useData<DefaultTheme.Config>();
    const pages = ref<{ text: string; link: string }[]>([]);
    // The address is known only in the browser. The theme's own sidebar has the operations of all
    // resources.
    onMounted(() => {
      const path = decoded(location.pathname).slice(site.value.base.length - 1);
      pages.value = nearestPages(path + location.hash, pagesIn(site.value.themeConfig.sidebar));
    });
    return () =>
      h("div", { class: "not-found vp-doc" }, [
        h("h1", "This page doesn't exist"),
        h("p", [
          "It may have a new name: search for it, or start at the ",
          h("a", { href: withBase("/") }, "introduction"),
          ".",
        ]),
        ...(pages.value.length === 0 ? [] : [h("h2", "Similar pages")]),
        h(
          "ul",
          pages.value.map(({ text, link }) => h("li", h("a", { href: withBase(link) }, text))),
        ),
      ]);
  },
});

/** A path with an invalid `%` is returned unchanged. */
function decoded(path: string): string {
  try {
    return decodeURI(path);
  } catch {
    return path;
  }
}

export default NotFound;
