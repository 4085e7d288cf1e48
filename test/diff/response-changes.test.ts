import { expect, it } from "vitest";
import type { JsonObject } from "../../generator/read/document/document.js";
import { adding, changesBetween } from "./documents.js";

const text: JsonObject = { schema: { type: "string" } };
const count: JsonObject = { schema: { type: "integer" } };

/** A document whose responses have these headers. */
function sending(headers: Readonly<Record<string, JsonObject>>): JsonObject {
  const responses = Object.entries(headers).map(([status, own]) => [
    status,
    { description: "", headers: own },
  ]);
  return adding({ responses: Object.fromEntries(responses) });
}

it.each<readonly [name: string, old: JsonObject, next: JsonObject, want: readonly string[]]>([
  [
    "one more",
    sending({ 200: {} }),
    sending({ 200: { "X-Total": count } }),
    ["additive operation pets.add: header x-total is new"],
  ],
  [
    "one less",
    sending({ 200: { "X-Total": count }, 429: { "X-Total": count } }),
    sending({ 200: {}, 429: {} }),
    ["breaking operation pets.add: header x-total is removed: programs that read it get nothing"],
  ],
  [
    "one that is written in other letters",
    sending({ 200: { "X-Total": count } }),
    sending({ 200: { "x-total": count } }),
    [],
  ],
  [
    "another type",
    sending({ 200: { link: count } }),
    sending({ 200: { link: text } }),
    [
      "breaking operation pets.add: header link is string instead of number: programs may receive a value that they don't expect",
    ],
  ],
  [
    "more values",
    sending({ 200: { link: { schema: { enum: ["a"] } } } }),
    sending({ 200: { link: { schema: { enum: ["a", "b"] } } } }),
    [
      `breaking operation pets.add: header link may now be "b": programs may receive a value that they don't expect`,
    ],
  ],
  [
    "fewer values, which no type of a program's names",
    sending({ 200: { link: { schema: { enum: ["a", "b"] } } } }),
    sending({ 200: { link: { schema: { enum: ["a"] } } } }),
    [
      'additive operation pets.add: header link is no longer "b": programs receive fewer kinds of values',
    ],
  ],
  [
    "one that may be missing, as any may by its type",
    sending({ 200: { link: { ...text, required: true } } }),
    sending({ 200: { link: text } }),
    ["info operation pets.add: header link is now optional: it may be missing"],
  ],
  [
    "one that is deprecated",
    sending({ 200: { link: text } }),
    sending({ 200: { link: { ...text, deprecated: true } } }),
    ["info operation pets.add: header link is deprecated"],
  ],
  [
    "one that comes with other statuses",
    sending({ 200: { link: text }, 404: {}, "5XX": { link: text } }),
    sending({ 200: {}, 404: { link: text }, "5XX": { link: text } }),
    [
      "breaking operation pets.add: header link is no longer sent with 200: programs that read it get nothing",
      "additive operation pets.add: header link is also sent with 404",
    ],
  ],
  [
    "those of statuses that are new or gone, which say nothing more",
    sending({ 200: { link: text }, 404: { old: text, link: text } }),
    sending({ 200: { link: text }, 429: { "Retry-After": count, link: text } }),
    [],
  ],
])("%s", (_, old, next, want) => {
  expect(changesBetween(old, next)).toEqual(want);
});
