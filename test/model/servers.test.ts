import { describe, expect, it } from "vitest";
import type { Server } from "../../generator/model/api.js";
import type { Json } from "../../generator/read/document.js";
import { modelOf } from "./documents.js";

interface Case {
  readonly given: Json;
  readonly want: readonly Server[];
}

describe("the servers of a document", () => {
  it.each<[name: string, row: Case]>([
    ["none", { given: [], want: [] }],
    ["no list", { given: "https://a.example", want: [] }],
    [
      "one",
      {
        given: [{ url: " https://a.example/v1 ", description: "Live." }],
        want: [{ url: "https://a.example/v1", description: "Live." }],
      },
    ],
    [
      "several, in their order, those without a URL left out",
      {
        given: [{ url: "/v1" }, {}, null, { url: "https://b.example" }],
        want: [
          { url: "/v1", description: null },
          { url: "https://b.example", description: null },
        ],
      },
    ],
    [
      "with variables",
      {
        given: [
          {
            url: "https://{region}.a.example/{version}/{region}",
            variables: { region: { default: "eu" }, version: { default: "v1" } },
          },
        ],
        want: [{ url: "https://eu.a.example/v1/eu", description: null }],
      },
    ],
    [
      "with a port that YAML takes for a number",
      {
        given: [{ url: "https://a.example:{port}", variables: { port: { default: 8443 } } }],
        want: [{ url: "https://a.example:8443", description: null }],
      },
    ],
    [
      "with a variable that has no default but a list of values",
      {
        given: [
          { url: "https://{region}.a.example", variables: { region: { enum: ["eu", "us"] } } },
        ],
        want: [{ url: "https://eu.a.example", description: null }],
      },
    ],
    [
      "with an empty default",
      {
        given: [{ url: "https://a.example{path}", variables: { path: { default: "" } } }],
        want: [{ url: "https://a.example", description: null }],
      },
    ],
    [
      "with variables that stand for nothing",
      {
        given: [{ url: "https://{a}.example/{constructor}", variables: { a: {} } }],
        want: [{ url: "https://{a}.example/{constructor}", description: null }],
      },
    ],
  ])("%s", (_, { given, want }) => {
    expect(modelOf({ servers: given }).servers).toEqual(want);
  });
});
