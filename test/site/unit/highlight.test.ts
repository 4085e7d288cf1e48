import { expect, it } from "vitest";
import { withClasses } from "../../../templates/site/highlight.js";

it("has classes for the styles of the default themes", () => {
  const html =
    '<span class="line"><span style="--shiki-light:#D73A49;--shiki-dark:#F97583">const</span>' +
    '<span style="--shiki-light:#24292E;--shiki-dark:#E1E4E8"> a </span></span>';
  expect(withClasses(html)).toBe(
    '<span class="line"><span class="t-keyword">const</span> a </span>',
  );
});

it("keeps a style that it doesn't know", () => {
  const html = '<span style="--shiki-light:#111111;--shiki-dark:#EEEEEE">a</span>';
  expect(withClasses(html)).toBe(html);
});
