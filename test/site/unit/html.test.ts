import { describe, expect, it } from "vitest";
import { badge, plain, untagged, withoutBraces } from "../../../templates/site/html.js";

describe("the badge of a method", () => {
  it("has the method as text and as a class", () => {
    expect(badge("delete")).toBe('<span class="method delete">DELETE</span>');
  });

  it("is shortened where it doesn't fit", () => {
    expect(badge("delete", 5)).toBe('<span class="method delete">DEL</span>');
    expect(badge("patch", 5)).toBe('<span class="method patch">PATCH</span>');
  });
});

it("text of the document is neither HTML nor Vue code", () => {
  expect(plain('<b>{{ 1 }}</b> & "x"')).toBe(
    "&lt;b&gt;&#123;&#123; 1 }}&lt;/b&gt; &amp; &quot;x&quot;",
  );
  expect(withoutBraces("<b>{{ 1 }}</b>")).toBe("<b>&#123;&#123; 1 }}</b>");
});

it("a title has no tags", () => {
  expect(untagged("List<Pet>")).toBe("List‹Pet›");
});
