import { expect, test } from "vitest";
import { anything } from "../../templates/runtime/anything.js";
import { jsonOrText } from "../../templates/runtime/json-or-text.js";

function bytesOf(text: string): ArrayBuffer {
  return new TextEncoder().encode(text).buffer;
}

test.each([
  { contentType: "application/json", raw: '{"a":1}', want: { a: 1 } },
  { contentType: "", raw: "[1]", want: [1] },
  { contentType: "", raw: "[1", want: "[1" },
  { contentType: "text/html", raw: "<p>", want: "<p>" },
  { contentType: "text/plain", raw: "1", want: "1" },
  { contentType: "text/json", raw: "1", want: 1 },
  { contentType: "application/soap+xml; charset=utf-8", raw: "<a/>", want: "<a/>" },
])("$contentType $raw is read by what it is", ({ contentType, raw, want }) => {
  expect(anything.decode(bytesOf(raw), contentType)).toEqual(want);
});

test("bytes are a Blob of their type", async () => {
  const value = anything.decode(bytesOf("%PDF"), "application/pdf");
  if (!(value instanceof Blob)) throw new Error("no Blob");
  expect([value.type, await value.text()]).toEqual(["application/pdf", "%PDF"]);
});

test.each([
  { contentType: "text/plain", raw: "hello", want: "hello" },
  { contentType: "text/plain", raw: '"hello"', want: '"hello"' },
  { contentType: "application/json", raw: '"hello"', want: "hello" },
  { contentType: "application/json", raw: "hello", want: "hello" },
  { contentType: "", raw: "hello", want: "hello" },
])("a documented string of $contentType $raw is $want", ({ contentType, raw, want }) => {
  expect(jsonOrText.decode(bytesOf(raw), contentType)).toBe(want);
});
