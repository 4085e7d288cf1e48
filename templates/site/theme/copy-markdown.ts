import { useData, withBase } from "vitepress";
import { defineComponent, h, ref } from "vue";

/** Copies the Markdown of the page, and links to it. */
const CopyMarkdown = defineComponent({
  name: "CopyMarkdown",
  setup() {
    const { page } = useData();
    const label = ref("Copy as Markdown");
    const address = () => withBase(`/${page.value.filePath}`);
    async function copy(): Promise<void> {
      const response = await fetch(address());
      if (!response.ok) return;
      await navigator.clipboard.writeText(await response.text());
      label.value = "Copied";
      setTimeout(() => {
        label.value = "Copy as Markdown";
      }, 2000);
    }
    return () =>
      page.value.isNotFound === true
        ? null
        : h("p", { class: "page-actions" }, [
            h("button", { type: "button", onClick: copy, "aria-live": "polite" }, label.value),
            h("a", { href: address(), target: "_blank" }, "View as Markdown"),
          ]);
  },
});

export default CopyMarkdown;
