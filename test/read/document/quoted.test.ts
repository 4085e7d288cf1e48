import { expect, it } from "vitest";
import { quoted } from "../../../generator/read/document/quoted.js";

it.each([
  ["/pets/{id}", '"/pets/{id}"'],
  ["two\nlines\u001b[31m", '"two\\u000alines\\u001b[31m"'],
  ["x".repeat(201), `"${"x".repeat(200)}…"`],
])("%j is shown as %j", (text, shown) => {
  expect(quoted(text)).toBe(shown);
});
