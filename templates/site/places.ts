import { badge, plain } from "./html.js";
import type { Manifest, ManifestEntry } from "./manifest.js";
import type { Renderer } from "./renderer.js";

/** `GET /domains`, alone on its line. */
const route = /^(GET|PUT|POST|DELETE|OPTIONS|HEAD|PATCH|TRACE) (\/.*)$/;

/**
 * Shows the method and path of an operation, the source of an operation or model in the document,
 * and the method next to each link of a list of operations.
 */
export function showPlaces(md: Renderer, { resources, models }: Manifest, folder: string): void {
  const all = resources.flatMap((resource) => resource.operations);
  const operations = new Map(
    all.map((operation) => [`${operation.method.toUpperCase()} ${operation.path}`, operation]),
  );
  const operationAt = new Map(
    all.map((operation) => [folder + operation.page.replace("README.md", "index.md"), operation]),
  );
  const modelAt = new Map(models.map((model) => [folder + model.page, model]));
  md.renderer.rules["place"] = (tokens, index) => tokens[index]?.content ?? "";
  md.core.ruler.push("places", ({ tokens, env, Token }) => {
    const place = (content: string) => Object.assign(new Token("place", "", 0), { content });
    for (const token of tokens.filter(({ type }) => type === "inline")) {
      const [, method, path] = route.exec(spanIn(token.children ?? [])) ?? [];
      if (method === undefined || path === undefined) continue;
      const entry = operations.get(`${method} ${path}`);
      token.children = [place(`${badge(method)} <code>${plain(path)}</code>${placeOf(entry)}`)];
    }
    for (const [index, { children }] of tokens.entries()) {
      const [link] = children ?? [];
      if (link?.type !== "link_open" || tokens[index - 2]?.type !== "list_item_open") continue;
      const operation = operationAt.get(targetOf(link.attrGet("href"), env["relativePath"]));
      if (operation) children?.unshift(place(`${badge(operation.method)} `));
    }
    const model = modelAt.get(env["relativePath"]);
    const title = tokens.findIndex(({ type }) => type === "heading_close");
    const link = placeOf(model);
    if (link !== "" && title !== -1) tokens.splice(title + 1, 0, place(`<p>${link}</p>`));
  });
}

/** The page that a link of another page leads to, with its anchor. */
function targetOf(href: string | null, page: string): string {
  const base = `https://site.invalid/${page}`;
  if (href === null || !URL.canParse(href, base)) return "";
  const { pathname, hash } = new URL(href, base);
  return pathname.slice(1) + hash;
}

/** The content of a code span that is alone on its line. */
function spanIn(children: readonly { readonly type: string; readonly content: string }[]): string {
  const [only, ...others] = children;
  return only?.type === "code_inline" && others.length === 0 ? only.content : "";
}

/** A link to a location in the document; nothing unless the document's URL is known. */
function placeOf(entry: ManifestEntry | undefined): string {
  const url = process.env["DOCS_DOCUMENT_URL"];
  if (!entry?.line || url === undefined) return "";
  const href = `href="${plain(url)}#L${entry.line}"`;
  return `<a class="place" title="${plain(entry.pointer)}" ${href}>OpenAPI source</a>`;
}
