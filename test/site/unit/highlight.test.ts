import { expect, it } from "vitest";
import { withClasses } from "../../../templates/site/highlight.js";

it("has classes for the styles of the theme", () => {
  const html =
    '<span class="line"><span style="color:#D73A49">const</span>' +
    '<span style="color:#24292E"> a </span></span>';
  expect(withClasses(html)).toBe(
    '<span class="line"><span class="t-keyword">const</span> a </span>',
  );
});

it("keeps a style that it doesn't know", () => {
  const html = '<span style="color:#111111">a</span>';
  expect(withClasses(html)).toBe(html);
});
