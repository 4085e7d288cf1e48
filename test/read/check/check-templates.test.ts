import { expect, it } from "vitest";
import { templateMistakes } from "../../../generator/read/check/check-templates.js";
import { applyFixes } from "../../../generator/read/check/finding.js";
import { linesFrom } from "./lines.js";

const get = { operationId: "a" };

it.each<[path: string, want: string | null]>([
  ["/a/{b}", null],
  ["x-a", null],
  ["a/{b}", 'the path "a/{b}" is read as "/a/{b}": begin it with /'],
  ["{b}", 'the path "{b}" is read as "/{b}": begin it with /'],
  [
    "/a{b",
    'the path "/a{b" has a brace without its pair, which is sent as it is: write parameters as {name}',
  ],
  ["/a#b", 'the path "/a#b" has a fragment, which is never sent: leave out the # and what follows'],
])("%s", (path, want) => {
  const lines = linesFrom(templateMistakes, { paths: { [path]: { get } } });
  expect(lines.map((line) => line.replace(/^\S+ /, ""))).toEqual(want === null ? [] : [want]);
});

it("adds the missing slash, unless that path exists too", () => {
  const document = { paths: { "a/b": { get }, "c/d": { get }, "/c/d": {}, "https://a": {} } };
  expect(applyFixes(document, templateMistakes(document))).toEqual({
    paths: { "/a/b": { get }, "c/d": { get }, "/c/d": {}, "https://a": {} },
  });
});
