import { expect, test } from "vitest";
import { matchingType } from "../../templates/runtime/media-type.js";

const documented = ["application/json;v=1", "application/json;v=2", "image/*", "*/*", "text/csv"];

test.each<[mediaType: string, documented: readonly string[], want: string | undefined]>([
  ["application/json;v=2", documented, "application/json;v=2"],
  ["Application/JSON; V=2", documented, "application/json;v=2"],
  ["application/json", documented, "application/json;v=1"],
  ["text/csv; charset=utf-8", documented, "text/csv"],
  ["image/png", documented, "image/*"],
  ["image/*", documented, "image/*"],
  ["a/b", documented, "*/*"],
  ["a/b+json", ["application/*+json", "a/*+json"], "a/*+json"],
  ["a/b", ["image/*", "text/csv"], undefined],
  ["", documented, undefined],
])("%j of %j is %j", (mediaType, types, want) => {
  expect(matchingType(types, mediaType)).toBe(want);
});
