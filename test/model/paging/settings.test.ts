import { expect, it } from "vitest";
import { pagingProblem } from "../../../generator/model/paging/settings.js";

const cursor = { kind: "cursor", cursor: "after", next: "/data/-1/id" };

it.each<[name: string, value: unknown, want: string | null]>([
  ["nothing", {}, null],
  ["a switch", { inferred: false }, null],
  ["a convention", { convention: cursor }, null],
  ["operations", { operations: { list: cursor, log: false } }, null],
  ["no object", true, "pagination should be an object"],
  [
    "an unknown key",
    { infered: false },
    'pagination has no key "infered"; use inferred, convention or operations',
  ],
  ["no switch", { inferred: "no" }, "pagination.inferred should be true or false"],
  ["no operations", { operations: [] }, "pagination.operations should be an object by operationId"],
  [
    "a rule without a kind",
    { operations: { list: { cursor: "after" } } },
    "pagination.operations.list: it needs a kind: cursor, offset, page, url, link",
  ],
  [
    "an unknown kind",
    { convention: { kind: "token" } },
    'pagination.convention: "kind" can\'t be "token"',
  ],
  [
    "a path that is no pointer",
    { convention: { ...cursor, next: "data.id" } },
    'pagination.convention: "next" can\'t be "data.id"',
  ],
  ["a convention that is off", { convention: false }, "pagination.convention: it isn't an object"],
])("the setting is checked: %s", (_, value, want) => {
  expect(pagingProblem(value)).toBe(want);
});
