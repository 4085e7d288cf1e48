import { describe, expect, test } from "vitest";
import { formBody } from "../../templates/runtime/body-form.js";
import { encodeReserved } from "../../templates/runtime/encode.js";
import type { Encoding, RequestBody } from "../../templates/runtime/operation.js";
import { jsonPair } from "../../templates/runtime/style-content.js";
import { deepObjectStyle } from "../../templates/runtime/style-deep-object.js";
import {
  formExplodedStyle,
  formStyle,
  pipeDelimitedStyle,
  spaceDelimitedStyle,
} from "../../templates/runtime/style-form.js";
import { serve, text } from "./server.js";
import { addThing, callThing } from "./things.js";

const type = "application/x-www-form-urlencoded";
const form: RequestBody = { write: formBody, contentType: type };

function written(fields: Record<string, unknown>, encodings: Record<string, Encoding> = {}) {
  return formBody(fields, { ...form, encodings })?.body;
}

/** The example of a form (OpenAPI 3.1.1, 4.8.14.4.1). */
const patient = {
  id: "f81d4fae-7dec-11d0-a765-00a0c91e6bf6",
  address: {
    streetAddress: "123 Example Dr.",
    city: "Somewhere",
    state: "CA",
    zip: "99999+1234",
  },
};

/** The values of the examples of styles (OpenAPI 3.1.1, 4.8.12.4). */
const list = ["blue", "black", "brown"];
const object = { R: 100, G: 200, B: 150 };

describe("a field without an encoding", () => {
  test.each<{ name: string; fields: Record<string, unknown>; want: string }>([
    {
      name: "the example of OpenAPI",
      fields: patient,
      want:
        "id=f81d4fae-7dec-11d0-a765-00a0c91e6bf6&address=%7B%22streetAddress%22%3A%22123+Example+Dr.%22" +
        "%2C%22city%22%3A%22Somewhere%22%2C%22state%22%3A%22CA%22%2C%22zip%22%3A%2299999%2B1234%22%7D",
    },
    { name: "text", fields: { color: "blue" }, want: "color=blue" },
    { name: "empty text", fields: { color: "" }, want: "color=" },
    { name: "a number", fields: { a: 0, b: -1.5 }, want: "a=0&b=-1.5" },
    { name: "a boolean", fields: { a: true, b: false }, want: "a=true&b=false" },
    {
      name: "a date",
      fields: { at: new Date("2020-01-02T03:04:05.678Z") },
      want: "at=2020-01-02T03%3A04%3A05.678Z",
    },
    { name: "a list", fields: { color: list }, want: "color=blue&color=black&color=brown" },
    { name: "an empty list", fields: { a: [], b: 1 }, want: "b=1" },
    {
      name: "null and undefined in a list",
      fields: { a: [1, null, undefined, 2] },
      want: "a=1&a=2",
    },
    { name: "a list of nulls", fields: { a: [null], b: 1 }, want: "b=1" },
    {
      name: "objects in a list",
      fields: { a: [{ b: 1 }, { b: "x y" }] },
      want: "a=%7B%22b%22%3A1%7D&a=%7B%22b%22%3A%22x+y%22%7D",
    },
    { name: "an object", fields: { a: { b: null, c: undefined } }, want: "a=%7B%22b%22%3Anull%7D" },
    { name: "an empty object", fields: { a: {} }, want: "a=%7B%7D" },
    { name: "null and undefined", fields: { a: null, b: undefined, c: 1 }, want: "c=1" },
    { name: "no field", fields: {}, want: "" },
    { name: "plus and space", fields: { a: "1 + 1" }, want: "a=1+%2B+1" },
    { name: "a percent sign", fields: { a: "100%", b: "%20" }, want: "a=100%25&b=%2520" },
    { name: "joints", fields: { a: "b=c&d;e" }, want: "a=b%3Dc%26d%3Be" },
    { name: "a line break", fields: { a: "b\r\nc" }, want: "a=b%0D%0Ac" },
    { name: "another script", fields: { straße: "日本" }, want: "stra%C3%9Fe=%E6%97%A5%E6%9C%AC" },
    { name: "a name of joints", fields: { "a b&c=[d]": 1 }, want: "a+b%26c%3D%5Bd%5D=1" },
  ])("$name", ({ fields, want }) => {
    expect(written(fields)).toBe(want);
  });
});

describe("a field with an encoding", () => {
  test.each<{ name: string; value: unknown; encoding: Encoding; want: string }>([
    {
      name: "form: a list",
      value: list,
      encoding: { write: formStyle },
      want: "color=blue,black,brown",
    },
    {
      name: "form: an object",
      value: object,
      encoding: { write: formStyle },
      want: "color=R,100,G,200,B,150",
    },
    {
      name: "form, exploded: a list",
      value: list,
      encoding: { write: formExplodedStyle },
      want: "color=blue&color=black&color=brown",
    },
    {
      name: "form, exploded: an object",
      value: object,
      encoding: { write: formExplodedStyle },
      want: "R=100&G=200&B=150",
    },
    {
      name: "form: a joint in an item",
      value: ["a,b", "c d"],
      encoding: { write: formStyle },
      want: "color=a%2Cb,c+d",
    },
    {
      name: "spaceDelimited: a list",
      value: list,
      encoding: { write: spaceDelimitedStyle },
      want: "color=blue+black+brown",
    },
    {
      name: "spaceDelimited: an object",
      value: object,
      encoding: { write: spaceDelimitedStyle },
      want: "color=R+100+G+200+B+150",
    },
    {
      name: "pipeDelimited: a list",
      value: list,
      encoding: { write: pipeDelimitedStyle },
      want: "color=blue%7Cblack%7Cbrown",
    },
    {
      name: "pipeDelimited: an object",
      value: object,
      encoding: { write: pipeDelimitedStyle },
      want: "color=R%7C100%7CG%7C200%7CB%7C150",
    },
    {
      name: "deepObject: an object",
      value: object,
      encoding: { write: deepObjectStyle },
      want: "color%5BR%5D=100&color%5BG%5D=200&color%5BB%5D=150",
    },
    {
      name: "deepObject: any depth",
      value: { a: { b: "c d", e: null }, f: [1, 2] },
      encoding: { write: deepObjectStyle },
      want: "color%5Ba%5D%5Bb%5D=c+d&color%5Bf%5D=1&color%5Bf%5D=2",
    },
    {
      name: "deepObject: a list of objects",
      value: [{ price: "p", quantity: 1 }, { price: "q" }],
      encoding: { write: deepObjectStyle },
      want: "color%5B0%5D%5Bprice%5D=p&color%5B0%5D%5Bquantity%5D=1&color%5B1%5D%5Bprice%5D=q",
    },
    {
      name: "JSON: a list",
      value: list,
      encoding: { write: jsonPair },
      want: "color=%5B%22blue%22%2C%22black%22%2C%22brown%22%5D",
    },
    { name: "JSON: text", value: "a b", encoding: { write: jsonPair }, want: "color=%22a+b%22" },
    {
      name: "allowReserved",
      value: "/a?b=c:d@e!$'()*;",
      encoding: { write: formExplodedStyle, encode: encodeReserved },
      want: "color=/a?b=c:d@e!$'()*;",
    },
    {
      name: "allowReserved: what would end the value",
      value: "a&b+c#d e%f",
      encoding: { write: formExplodedStyle, encode: encodeReserved },
      want: "color=a%26b%2Bc%23d+e%25f",
    },
    {
      name: "allowReserved alone: a list",
      value: ["/a", "/b"],
      encoding: { encode: encodeReserved },
      want: "color=/a&color=/b",
    },
    { name: "null", value: null, encoding: { write: formStyle }, want: "" },
    { name: "an empty list", value: [], encoding: { write: formStyle }, want: "" },
    { name: "an empty object", value: {}, encoding: { write: formExplodedStyle }, want: "" },
    {
      name: "an object of nulls",
      value: { a: null },
      encoding: { write: deepObjectStyle },
      want: "",
    },
  ])("$name", ({ value, encoding, want }) => {
    expect(written({ color: value }, { color: encoding })).toBe(want);
  });
});

test("a server reads the value that was passed", () => {
  const fields = { "a b": "1 + 1 = 2 & 100%", ü: "~*'()!", emoji: "😀", line: "a\r\nb" };
  const body = String(written(fields));
  expect(Object.fromEntries(new URLSearchParams(body))).toEqual(fields);
});

test("an optional form isn't sent if none of its fields is set", () => {
  expect(formBody({ a: undefined }, { ...form, isOptional: true })).toBeUndefined();
  expect(formBody({ a: undefined }, form)).toEqual({ body: "", contentType: type });
});

test("a form under its own field", () => {
  const body = { ...form, field: "body" };
  expect(formBody({ body: { a: 1 }, b: 2 }, body)).toEqual({ body: "a=1", contentType: type });
  expect(formBody({ b: 2 }, body)).toBeUndefined();
});

test("a form is sent with its media type, and again completely", async () => {
  const server = await serve(text(429, "", { "Retry-After": "0" }), text(200, "1"));
  const operation = { ...addThing, body: form };
  await callThing({ serverURL: server.url }, operation, { a: "b c", d: ["é", "&"] });
  const sent = server.requests.map(({ headers, body }) => [headers["content-type"], body]);
  expect(sent).toEqual(Array(2).fill([type, "a=b+c&d=%C3%A9&d=%26"]));
});
