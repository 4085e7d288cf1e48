import { plain } from "./html.js";
import type { Manifest } from "./manifest.js";
import type { Renderer } from "./renderer.js";

/**
 * The summaries of operations by their pages, with the anchor where a page has several operations.
 *
 * @param folder the package's folder below the root of the site: empty, or ending with `/`.
 */
export function summariesOf({ resources }: Manifest, folder = ""): ReadonlyMap<string, string> {
  const operations = resources.flatMap((resource) => resource.operations);
  return new Map(
    operations.flatMap(({ page, summary }) =>
      summary === null ? [] : [[folder + page.replace("README.md", "index.md"), summary]],
    ),
  );
}

/** The tokens of a paragraph: its start, its text, and its end. */
const paragraphLength = 3;

/** The tokens after a title in which the description begins: three lines may be before it. */
const searched = 5 * paragraphLength;

/** Shows the summary of each operation in its title, and not again as its description. */
export function titleOperations(md: Renderer, manifest: Manifest, folder: string): void {
  const summaries = summariesOf(manifest, folder);
  md.renderer.rules["summary"] = (tokens, index) => tokens[index]?.content ?? "";
  md.core.ruler.push("operation-titles", ({ tokens, env, Token }) => {
    const titles = tokens.flatMap((token, index) => (token.type === "heading_open" ? [index] : []));
    // From the last, so that the indexes of the others stay right.
    for (const index of titles.reverse()) {
      const anchor = tokens[index]?.tag === "h1" ? "" : `#${tokens[index]?.attrGet("id")}`;
      const summary = summaries.get(env["relativePath"] + anchor);
      if (summary === undefined) continue;
      // The outline has the names of operations, which are shorter.
      const content = `<span class="summary ignore-header">${plain(summary)}</span> `;
      tokens[index + 1]?.children?.unshift(Object.assign(new Token("summary", "", 0), { content }));
      const start = index + paragraphLength;
      const again = tokens
        .slice(start, start + searched)
        .findIndex(({ type, content: text }) => type === "inline" && text === summary);
      if (again !== -1) tokens.splice(start + again - 1, paragraphLength);
    }
  });
}
