import { expect, test } from "vitest";
import { json } from "../../templates/runtime/json.js";

function read(text: string): unknown {
  return json.decode(new TextEncoder().encode(text).buffer);
}

test.each([
  { raw: '{"a":[1,null]}', want: { a: [1, null] } },
  { raw: "null", want: null },
  { raw: ' "text" ', want: "text" },
  { raw: '\ufeff{"a":"after a byte order mark"}', want: { a: "after a byte order mark" } },
])("$raw is read", ({ raw, want }) => {
  expect(read(raw)).toEqual(want);
});

test.each(["", "{", "<p>", "undefined"])("%j is no JSON", (raw) => {
  expect(() => read(raw)).toThrow(SyntaxError);
});

test("bytes that are no UTF-8 are refused", () => {
  const bytes = Uint8Array.of(0x22, 0xff, 0x22);
  expect(() => json.decode(bytes.buffer)).toThrow(TypeError);
});
