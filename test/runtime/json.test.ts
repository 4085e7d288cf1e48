import { expect, test } from "vitest";
import { json } from "../../templates/runtime/json.js";

test.each([
  { raw: '{"a":[1,null]}', want: { a: [1, null] } },
  { raw: "null", want: null },
  { raw: ' "text" ', want: "text" },
  { raw: '\ufeff{"a":"after a byte order mark"}', want: { a: "after a byte order mark" } },
])("$raw is read", async ({ raw, want }) => {
  const response = new Response(raw, { headers: { "Content-Type": "text/html" } });
  expect(json.decode(await json.read(response))).toEqual(want);
});

test.each(["", "{", "<p>", "undefined"])("%j is no JSON", (raw) => {
  expect(() => json.decode(raw)).toThrow(SyntaxError);
});
