import { expect, test } from "vitest";
import { text } from "../../templates/runtime/text.js";

const latin1 = Uint8Array.of(0xe9);
const utf8 = Uint8Array.of(0xc3, 0xa9);

test.each([
  { bytes: utf8, contentType: "", want: "é" },
  { bytes: utf8, contentType: "text/plain", want: "é" },
  { bytes: utf8, contentType: "text/plain; charset=unknown-1", want: "é" },
  { bytes: latin1, contentType: "text/plain; charset=iso-8859-1", want: "é" },
  { bytes: latin1, contentType: 'text/plain; format=flowed; Charset = "Windows-1252"', want: "é" },
  { bytes: Uint8Array.of(0x83, 0x65), contentType: "text/plain;charset=Shift_JIS", want: "テ" },
])("a text of $contentType", ({ bytes, contentType, want }) => {
  expect(text.decode(bytes.buffer, contentType)).toBe(want);
});
