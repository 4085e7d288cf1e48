import { expect, test } from "vitest";
import { entryFor } from "../../templates/runtime/status.js";

const all = { 404: "exact", "4XX": "range", default: "default" };

test.each([
  { table: all, status: 404, want: "exact" },
  { table: all, status: 400, want: "range" },
  { table: all, status: 499, want: "range" },
  { table: all, status: 500, want: "default" },
  { table: { 404: "exact" }, status: 400, want: undefined },
  { table: { "5XX": "range" }, status: 404, want: undefined },
  { table: { "5XX": "range" }, status: 599, want: "range" },
  { table: {}, status: 200, want: undefined },
])("the entry for $status of $table is $want", ({ table, status, want }) => {
  expect(entryFor(table, status)).toBe(want);
});
