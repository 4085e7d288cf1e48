import { expect, test } from "vitest";
import { json } from "../../templates/runtime/json.js";

function read(text: string): unknown {
  return json.decode(new TextEncoder().encode(text).buffer, "");
}

test.each([
  { raw: '{"a":[1,null]}', want: { a: [1, null] } },
  { raw: "null", want: null },
  { raw: ' "text" ', want: "text" },
  { raw: '\ufeff{"a":"after a byte order mark"}', want: { a: "after a byte order mark" } },
])("$raw is read", ({ raw, want }) => {
  expect(read(raw)).toEqual(want);
});

test.each(["", "{", "<p>", "undefined"])("%j isn't JSON", (raw) => {
  expect(() => read(raw)).toThrow(SyntaxError);
});

test("bytes that aren't UTF-8 are refused", () => {
  const bytes = Uint8Array.of(0x22, 0xff, 0x22);
  expect(() => json.decode(bytes.buffer, "application/json; charset=utf-8")).toThrow(TypeError);
});

const latin1 = Uint8Array.of(0x22, 0xe9, 0x22);
const utf16 = Uint8Array.of(0x22, 0, 0xe9, 0, 0x22, 0);
test.each([
  { bytes: latin1, contentType: "application/json;charset=ISO-8859-1", want: "é" },
  { bytes: latin1, contentType: 'application/json; Charset="windows-1252"', want: "é" },
  { bytes: utf16, contentType: "application/json; charset=utf-16le", want: "é" },
  {
    bytes: Uint8Array.of(0x22, 0xc3, 0xa9, 0x22),
    contentType: "application/json; charset=iso-8859-1",
    want: "é",
  },
])("the charset of $contentType is read where the bytes are no UTF-8", (row) => {
  expect(json.decode(row.bytes.buffer, row.contentType)).toBe(row.want);
});
