import { join } from "node:path";
import markdownIt, { type MarkdownIt } from "markdown-it";
import { root } from "../imports.js";
import type { Page } from "./markdown.js";

// The settings of the emitted site, which name types of VitePress: it isn't installed here.
const settings = join(root, "templates/site/markdown.ts");
// The file's own type, as far as it is used.
const { markdownOf } = (await import(settings)) as {
  markdownOf(manifest: object): { config(reader: MarkdownIt): void };
};

const reader = markdownIt({ html: true });
const manifest = { title: "", package: "", document: null, resources: [], models: [], errors: [] };
markdownOf(manifest).config(reader);

const elements =
  /^<\/?(?:a|br|blockquote|code|details|div|em|h[1-6]|hr|li|ol|p|pre|s|span|strong|summary|table|tbody|td|th|thead|tr|ul)[ />]/;

/** What VitePress would hand to Vue of a page: nothing that Vue computes, no element of its own. */
export function complaintsOnSite({ path, text }: Page): string[] {
  // Fences are `v-pre` there, and it reads no expression in comments and attributes.
  const html = reader
    .render(text, {})
    .replace(/<pre>[\s\S]*?<\/pre>|<!--[\s\S]*?-->|(?<==)"[^"]*"/g, "");
  const tags = (html.match(/<[^>]*>?/g) ?? []).filter((tag) => !elements.test(`${tag} `));
  return [
    ...(html.match(/.*\{\{.*/g) ?? []).map(
      (line) => `${path} has an expression on the site: ${line}`,
    ),
    ...tags.map((tag) => `${path} has an element on the site: ${tag}`),
  ];
}
