import type { UserConfig } from "vitepress";

type Plugin = NonNullable<NonNullable<UserConfig["vite"]>["plugins"]>[number];

/**
 * Resolves Vue and VitePress as a module does. Pages lie above the folder that contains these
 * packages, so they don't find them by themselves.
 *
 * @param importer the path of the module.
 */
export function vueFrom(importer: string): Plugin {
  return {
    name: "vue-from",
    enforce: "pre",
    resolveId(id, _, { ssr }) {
      if (!/^(vue|vitepress)(\/|$)/.test(id)) return null;
      // The renderer runs from the site's folder and resolves it by name.
      if (ssr && id.startsWith("vue")) return { id, external: true };
      return this.resolve(id, importer, { skipSelf: true });
    },
  };
}
