import { expect, it } from "vitest";
import { querystringForm } from "../../templates/runtime/style-querystring.js";

it.each<[name: string, value: unknown, want: string]>([
  ["fields, a list exploded", { name: "a b", kinds: ["x&y", "z"] }, "name=a+b&kinds=x%26y&kinds=z"],
  ["an object in it as JSON", { where: { age: 1 } }, "where=%7B%22age%22%3A1%7D"],
  ["nothing of what isn't given", { a: undefined, b: null }, ""],
])("the whole query as a form: %s", (_, value, want) => {
  expect(querystringForm("filter", value)).toBe(want);
});
