import { describe, expect, test } from "vitest";
import { bodyByType } from "../../templates/runtime/body-by-type.js";
import { jsonBody } from "../../templates/runtime/body-json.js";
import { rawBody } from "../../templates/runtime/body-raw.js";

const raw = { write: rawBody, field: "body" };
const values = bodyByType({
  "application/json": { write: jsonBody, field: "body" },
  "text/plain": raw,
  "image/*": raw,
});
const fields = bodyByType({ "application/json": jsonBody, "application/octet-stream": raw });
const bytes = new Uint8Array([1]);
const png = new Blob([bytes], { type: "image/png" });

describe("without a contentType, the value of a body determines it", () => {
  test.each([
    ["JSON for a value", values, { body: [1] }, "[1]", "application/json"],
    ["JSON for a text that JSON takes", values, { body: "a" }, '"a"', "application/json"],
    ["the type of a Blob", values, { body: png }, png, "image/png"],
    ["the first type for bytes", values, { body: bytes }, bytes, "text/plain"],
    ["JSON for fields", fields, { a: 1 }, '{"a":1}', "application/json"],
    ["bytes for a Blob", fields, { body: png }, png, "application/octet-stream"],
    [
      "bytes for a text that JSON doesn't take",
      fields,
      { body: "a" },
      "a",
      "application/octet-stream",
    ],
  ])("%s", (_, write, given, body, contentType) => {
    expect(write(given, {})).toEqual({ body, contentType });
  });
});

test("a contentType that isn't documented is refused", () => {
  expect(() => fields({}, {}, { contentType: "text/plain" })).toThrow(
    'the contentType "text/plain" isn\'t one of application/json, application/octet-stream',
  );
});
