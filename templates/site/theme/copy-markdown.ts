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
      label.value = (await isCopied(address())) ? "Copied" : "Can't be copied";
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

/** Whether a page's Markdown could be copied: browsers refuse it on plain HTTP. */
async function isCopied(address: string): Promise<boolean> {
  try {
    // Safari copies only what is promised during the click.
    const item = new ClipboardItem({ "text/plain": markdown(address) });
    await navigator.clipboard.write([item]);
    return true;
  } catch {
    return false;
  }
}

async function markdown(address: string): Promise<Blob> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return new Blob([await response.text()], { type: "text/plain" });
}

export default CopyMarkdown;
