import { expect, it } from "vitest";
import { securityMistakes } from "../../../generator/read/check/check-security.js";
import { applyFixes } from "../../../generator/read/check/finding.js";
import { linesFrom } from "./lines.js";

const components = { securitySchemes: { apiKey: { type: "apiKey", in: "header", name: "X-Key" } } };

it("suggests a similar scheme, and ignores case", () => {
  const document = { openapi: "3.1.0", security: [{ apikey: [] }, {}], components };
  expect(linesFrom(securityMistakes, document)).toEqual([
    '/security/0/apikey the document has no security scheme "apikey"; it is read as "apiKey": did you mean "apiKey"?',
  ]);
  expect(applyFixes(document, securityMistakes(document))).toEqual({
    ...document,
    security: [{ apiKey: [] }, {}],
  });
});

it("leaves out a scheme that is not in the document", () => {
  const paths = { "/a": { get: { security: [{ apiKey: [] }, { oauth: ["read"] }] } } };
  expect(linesFrom(securityMistakes, { paths, components })).toEqual([
    '/paths/~1a/get/security/1/oauth the document has no security scheme "oauth"; it is left out: describe it among the security schemes',
  ]);
});
