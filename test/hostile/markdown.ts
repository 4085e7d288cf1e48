import MarkdownIt, { type Token } from "markdown-it";
import { complaintsInModule } from "./typescript.js";

/** A reader that keeps nothing back: what a link leads to and what is HTML is for us to judge. */
const reader = new MarkdownIt({ html: true });
reader.validateLink = () => true;

export interface Page {
  readonly path: string;
  readonly text: string;
}

/** The only HTML on the pages. */
const harmless =
  /^(?:<br ?\/?>|<!-- UsageSnippet language="typescript" operationID="[^"<>]*" method="[a-z]+" path="[^"<>]*" -->\n?|<!-- Emitted by sdkwright [^<>]* -->\n?)$/;

/** What is wrong with a page: what acts, leads astray or is no program where there should be one. */
export function complaintsInPage({ path, text }: Page): string[] {
  const tokens = flat(reader.parse(text, {}));
  const complaints = tokens.flatMap((token) => {
    if (token.type.startsWith("html_") && !harmless.test(token.content)) {
      return [`${path} has HTML: ${JSON.stringify(token.content)}`];
    }
    if (token.type === "image") return [`${path} has an image: ${token.attrGet("src")}`];
    const href = token.type === "link_open" ? String(token.attrGet("href")) : null;
    if (href !== null && !isFit(href)) return [`${path} leads to ${JSON.stringify(href)}`];
    return [];
  });
  const programs = tokens.filter(({ type, info }) => type === "fence" && info === "typescript");
  return [
    ...complaints,
    ...programs.flatMap(({ content }) => complaintsInModule(`${path}.ts`, content)),
  ];
}

/** Another site, an address, or a page of the package; whether that is there, the generator asks itself. */
function isFit(href: string): boolean {
  return /^(?:https?:|mailto:)/i.test(href) || /^(?!\/)[\w%./~-]*(?:#[^\s"<>]*)?$/.test(href);
}

/** Headings with their levels: the outline of a page. */
export function outlineOf({ text }: Page): string {
  const tokens = reader.parse(text, {});
  return tokens.flatMap(({ type, tag }) => (type === "heading_open" ? tag : [])).join(" ");
}

/** All that a page is made of but its words. */
export function skeletonOf({ text }: Page): string {
  const tokens = flat(reader.parse(text, {}));
  return tokens
    .filter(({ type }) => !/^(?:text|softbreak|inline|text_special)$/.test(type))
    .map(({ type, tag }) => `${type}${tag}`)
    .join(" ");
}

/** What stands in the paragraphs, headings and cells of a page. */
export function textsOf({ text }: Page): string[] {
  return reader
    .parse(text, {})
    .flatMap((token) => (token.type === "inline" ? [wordsIn(token.children ?? [])] : []));
}

function wordsIn(children: readonly Token[]): string {
  return children.map(({ content }) => content).join("");
}

function flat(tokens: readonly Token[]): Token[] {
  return tokens.flatMap((token) => [token, ...flat(token.children ?? [])]);
}
