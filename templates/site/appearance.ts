import type { HeadConfig } from "vitepress";
import { untagged } from "./html.js";
import type { Manifest } from "./manifest.js";

/**
 * The parts of the site's configuration that the setting `site` chooses.
 *
 * @param path the path of the site on its host, such as `/clerk-domains/`; default: that of `baseUrl`.
 */
export function appearanceOf({ title, site }: Pick<Manifest, "title" | "site">, path?: string) {
  const { colors = {}, editLink, logo } = site;
  // Addresses of pages are relative to it, so that it has to end with a slash.
  const baseUrl = site.baseUrl?.replace(/(?<!\/)\/*$/, "/");
  const base = path ?? (baseUrl ? new URL(baseUrl).pathname : "/");
  // An empty icon, so that browsers don't request one.
  const icon = logo === undefined ? "data:," : logo.replace(/^\/(?!\/)/, base);
  const head: HeadConfig[] = [
    ["link", { rel: "icon", href: icon }],
    ...Object.entries(colors).map(colorStyle),
  ];
  return {
    title: untagged(site.name ?? title),
    base,
    baseUrl,
    head,
    sitemap: baseUrl ? { sitemap: { hostname: baseUrl } } : {},
    theme: {
      ...(logo ? { logo } : {}),
      ...(editLink ? { editLink: { pattern: editLink } } : {}),
    },
  };
}

function colorStyle([scheme, color]: [string, string]): HeadConfig {
  const root = scheme === "dark" ? ".dark" : ":root";
  return ["style", {}, `${root} { --vp-c-brand-1: ${color}; --vp-c-brand-2: ${color}; }`];
}
