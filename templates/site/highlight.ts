import type { Renderer } from "./renderer.js";

/** The only theme: classes give its dark colors, so that programs aren't highlighted twice. */
export const codeTheme = "github-light";

/** The styles of the theme, and a class for each; `style.css` has their colors in both schemes. */
const classes: ReadonlyMap<string, string | null> = new Map([
  ["color:#24292E", null],
  ["color:#D73A49", "t-keyword"],
  ["color:#032F62", "t-string"],
  ["color:#005CC5", "t-constant"],
  ["color:#6F42C1", "t-name"],
  ["color:#E36209", "t-variable"],
  ["color:#22863A", "t-tag"],
  ["color:#6A737D", "t-comment"],
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
