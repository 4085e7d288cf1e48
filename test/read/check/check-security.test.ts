import { expect, it } from "vitest";
import { securityMistakes } from "../../../generator/read/check/check-security.js";
import { applyFixes } from "../../../generator/read/check/finding.js";
import type { JsonObject } from "../../../generator/read/document/document.js";
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

it("reports scopes that an OAuth scheme doesn't list", () => {
  const flow = (scopes: JsonObject) => ({ tokenUrl: "https://a.example/token", scopes });
  const securitySchemes = {
    login: {
      type: "oauth2",
      flows: { implicit: flow({ "pets:read": "" }), clientCredentials: flow({ "pets:write": "" }) },
    },
    bare: { type: "oauth2", flows: { implicit: flow({}) } },
    other: { type: "openIdConnect" },
  };
  const security = [
    { login: ["pets:read", "pets:write", "pets:reed"] },
    { login: ["admin"], bare: ["a"], other: ["b"] },
  ];
  expect(linesFrom(securityMistakes, { components: { securitySchemes }, security })).toEqual([
    '/security/0/login/2 the security scheme "login" has no scope "pets:reed", which is requested as it is: did you mean "pets:read"?',
    '/security/1/login/0 the security scheme "login" has no scope "admin", which is requested as it is: describe it in `scopes`',
  ]);
});
