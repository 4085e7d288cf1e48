import { describe, expect, it } from "vitest";
import { knownExtensions } from "../../generator/model/check-extensions.js";
import { isObject, type Json } from "../../generator/read/document/document.js";
import { isMap } from "../../generator/read/document/openapi-structure.js";
import { walk } from "../../generator/read/document/walk.js";
import { document } from "./document.js";

/** Words of OpenAPI, which mean something only as they are. */
const vocabulary = new Set(
  (
    "3.2.0 query header path cookie http bearer basic apiKey oauth2 openIdConnect mutualTLS deepObject " +
    "string object array null binary password date-time allow ruled ^ruled$ a other second aliased " +
    "contented shown Idempotency-Key https://example.com"
  ).split(" "),
);

/** The text of the document itself, wherever it appears. */
function* wordsIn(value: Json): Generator<string> {
  if (typeof value === "string") yield value;
  else if (Array.isArray(value)) for (const item of value) yield* wordsIn(item);
  else if (isObject(value)) for (const inner of Object.values(value)) yield* wordsIn(inner);
}

const visits = [...walk(isObject(document) ? document : {}, "outside-in")];

describe("the document for hostile texts", () => {
  it("has a distinct text in every place", () => {
    const others = [...wordsIn(document)].filter((word) => !/zz|^$/.test(word));
    expect(others.filter((word) => !vocabulary.has(word))).toEqual([]);
  });

  it("has one in the names of every kind", () => {
    const kinds = new Set(visits.map(({ kind }) => kind).filter(isMap));
    const named = visits.filter(({ node }) => Object.keys(node).some((key) => key.includes("zz")));
    expect([...kinds].filter((kind) => !named.some((visit) => visit.kind === kind))).toEqual([]);
    expect([...kinds].sort()).toEqual(
      (
        "callbacks encodings headers links mediaTypes operations parameters pathItems paths " +
        "requestBodies responses schemas securitySchemes serverVariables statuses"
      ).split(" "),
    );
  });

  it("has one in every extension with a text", () => {
    const said = JSON.stringify(document);
    const textual = Object.entries(knownExtensions).filter(
      ([, { accepts }]) => accepts("a") || accepts(["a"]) || accepts([{ operationId: "a" }]),
    );
    expect(textual.map(([name]) => name).filter((name) => !said.includes(`"${name}"`))).toEqual([]);
  });
});
