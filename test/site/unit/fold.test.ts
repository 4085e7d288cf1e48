import { expect, it } from "vitest";
import { foldUsers } from "../../../templates/site/fold.js";
import { renderer } from "./renderer.js";

function html(markdown: string): string {
  const md = renderer();
  foldUsers(md);
  return md.render(markdown);
}

const links = (count: number) => `- Pets: ${"[list](a.md), ".repeat(count)}\n\n`;

it("folds a long list of users, up to the next heading", () => {
  const page = html(`## Used by\n\n${links(21)}## Next\n`);
  expect(page).toMatch(
    /<h2>Used by<\/h2>\n<details class="users"><summary>Show all 21 links<\/summary><ul>[\s\S]*<\/ul>\n<\/details><h2>Next/,
  );
});

it("keeps a short one, and lists of other sections", () => {
  expect(html(`## Used by\n\n${links(20)}## Fields\n\n${links(21)}`)).not.toContain("<details");
});
