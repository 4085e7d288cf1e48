import type { Renderer } from "./markdown.js";

/** The styles of VitePress's default themes, and a class for each; `style.css` has their colors. */
const classes: ReadonlyMap<string, string | null> = new Map([
  ["--shiki-light:#24292E;--shiki-dark:#E1E4E8", null],
  ["--shiki-light:#D73A49;--shiki-dark:#F97583", "t-keyword"],
  ["--shiki-light:#032F62;--shiki-dark:#9ECBFF", "t-string"],
  ["--shiki-light:#005CC5;--shiki-dark:#79B8FF", "t-constant"],
  ["--shiki-light:#6F42C1;--shiki-dark:#B392F0", "t-name"],
  ["--shiki-light:#E36209;--shiki-dark:#FFAB70", "t-variable"],
  ["--shiki-light:#22863A;--shiki-dark:#85E89D", "t-tag"],
  ["--shiki-light:#6A737D;--shiki-dark:#6A737D", "t-comment"],
]);

/**
 * Highlights each program once, although VitePress renders every page for the browser, the server
 * and the search, and replaces styles with classes, which makes pages about half as long.
 */
export function highlightOnce(md: Renderer): void {
  const { highlight } = md.options;
  if (typeof highlight !== "function") return;
  const known = new Map<string, string>();
  md.options.highlight = (code, language, attributes) => {
    const key = `${language} ${attributes} ${code}`;
    const html = known.get(key) ?? withClasses(highlight(code, language, attributes));
    known.set(key, html);
    return html;
  };
}

/** Highlighted code with classes in the place of known styles. Plain text needs no element. */
export function withClasses(html: string): string {
  return html.replace(
    /<span style="([^"]*)">([^<]*)<\/span>/g,
    (span, style: string, text: string) => {
      const name = classes.get(style);
      if (name === undefined) return span;
      return name === null ? text : `<span class="${name}">${text}</span>`;
    },
  );
}
