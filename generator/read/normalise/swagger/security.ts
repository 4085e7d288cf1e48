import { isObject, type Json, type JsonObject } from "../../document/document.js";

/** What Swagger 2.0 calls the flows of OAuth 2, and OpenAPI 3. */
const flows: Readonly<Record<string, string>> = {
  implicit: "implicit",
  password: "password",
  application: "clientCredentials",
  accessCode: "authorizationCode",
};

/** The security schemes of a document, in the words of OpenAPI 3.0. */
export function schemesFrom(definitions: Json | undefined): JsonObject | null {
  if (!isObject(definitions)) return null;
  const entries = Object.entries(definitions).map(([name, scheme]): [string, Json] => [
    name,
    isObject(scheme) ? schemeFrom(scheme) : scheme,
  ]);
  return Object.fromEntries(entries);
}

function schemeFrom(scheme: JsonObject): JsonObject {
  const { type, flow, authorizationUrl, tokenUrl, scopes = {}, ...rest } = scheme;
  if (type === "basic") return { ...rest, type: "http", scheme: "basic" };
  if (type !== "oauth2") return scheme;
  const name = typeof flow === "string" ? (flows[flow] ?? flow) : "implicit";
  const details = {
    ...(authorizationUrl !== undefined && { authorizationUrl }),
    ...(tokenUrl !== undefined && { tokenUrl }),
    scopes,
  };
  return { ...rest, type, flows: { [name]: details } };
}
