import { expect, it } from "vitest";
import { sampleFile } from "../../../generator/plan/samples/scalar-sample.js";

it.each([
  ["avatar", null, "avatar.png"],
  ["avatar", "image/jpeg", "avatar.jpg"],
  ["scan", "application/pdf", "scan.pdf"],
  ["rows", "text/csv; charset=utf-8", "rows.csv"],
  ["logo", "image/svg+xml, image/png", "logo.svg"],
  ["body", "image/webp", "file.webp"],
  ["body", "application/octet-stream", "file.bin"],
  ["a/../b", null, "a-b.bin"],
  ["…", "*/*", "file.bin"],
])("a file for %s (%s) is called %s", (name, contentType, want) => {
  expect(sampleFile(name, contentType)).toBe(want);
});
