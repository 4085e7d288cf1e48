import type { Renderer, Token } from "./renderer.js";

/** The sections that list the users of a model or an error. */
const sections = ["Used by", "When it happens"];

/** A section with more links is folded. */
const mostLinks = 20;

/** Folds long lists of users, so that they don't hide what follows. */
export function foldUsers(md: Renderer): void {
  md.renderer.rules["fold"] = (tokens, index) => tokens[index]?.content ?? "";
  md.core.ruler.push("fold", (state) => {
    const html = (content: string) =>
      Object.assign(new state.Token("fold", "", 0), { content, block: true });
    const starts = state.tokens.flatMap(({ type }, index) =>
      type === "heading_open" ? [index] : [],
    );
    const ends = [...starts.slice(1), state.tokens.length];
    // From the last section, so that the indexes of the others stay right.
    for (const [at, start] of [...starts.entries()].reverse()) {
      const [, title, , ...content] = state.tokens.slice(start, ends[at]);
      const count = linksIn(content);
      if (!sections.includes(title?.content ?? "") || count <= mostLinks) continue;
      const folded = [html(`<details class="users"><summary>Show all ${count} links</summary>`)];
      state.tokens.splice(start + 3, content.length, ...folded, ...content, html("</details>"));
    }
  });
}

function linksIn(tokens: readonly Token[]): number {
  const children = tokens.flatMap((token) => token.children ?? []);
  return children.filter(({ type }) => type === "link_open").length;
}
