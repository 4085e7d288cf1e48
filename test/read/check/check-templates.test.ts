import { expect, it } from "vitest";
import { templateMistakes } from "../../../generator/read/check/check-templates.js";
import { applyFixes } from "../../../generator/read/check/finding.js";
import type { JsonObject } from "../../../generator/read/document/document.js";
import { linesFrom } from "./lines.js";

const get = { operationId: "a" };

it.each<[path: string, want: string | null]>([
  ["/a/{b}", null],
  ["x-a", null],
  ["a/{b}", 'the path "a/{b}" is read as "/a/{b}": begin it with /'],
  ["{b}", 'the path "{b}" is read as "/{b}": begin it with /'],
  [
    "/a{b",
    'the path "/a{b" has a brace without its pair, which is sent unchanged: write parameters as {name}',
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

const path = (name: string) => ({ parameters: [{ name, in: "path", required: true, schema: {} }] });

it.each<[path: string, item: JsonObject, want: string, line: string]>([
  [
    "/a{?b,c}",
    {},
    "/a",
    'is read as "/a": write that, and declare the names after ? with `in: query`',
  ],
  [
    "/a?x=1{&b}",
    {},
    "/a?x=1",
    'is read as "/a?x=1": write that, and declare the names after ? with `in: query`',
  ],
  ["/{+b}", path("b"), "/{b}", 'is read as "/{b}": write that'],
  ["/{b*}", path("b"), "/{b}", 'is read as "/{b}": write that'],
  ["/a{/b}", path("b"), "/a/{b}", 'is read as "/a/{b}": write that'],
  ["/a{.b}", path("b"), "/a.{b}", 'is read as "/a.{b}": write that'],
  ["/{b=shelves/*}", path("b"), "/{b}", 'is read as "/{b}": write that'],
])("an expression of a URI template: %s", (written, item, read, line) => {
  const document = { paths: { [written]: item } };
  expect(linesFrom(templateMistakes, document)).toEqual([
    `/paths/${written.replaceAll("/", "~1")} the path "${written}" ${line}`,
  ]);
  expect(applyFixes(document, templateMistakes(document))).toEqual({ paths: { [read]: item } });
});

it.each<[paths: JsonObject]>([
  [{ "/{b+}": path("b+") }],
  [{ "/{b*}": {} }],
  [{ "/a": {}, "/a{?b}": {} }],
  [{ "/{b:c}": path("b:c") }],
])("%j is unchanged", (paths) => {
  expect(linesFrom(templateMistakes, { paths })).toEqual([]);
});
