import { isObject, type Json, type JsonObject } from "../../document/document.js";

/** The names of OAuth 2 flows in Swagger 2.0, and in OpenAPI 3. */
const flows: Readonly<Record<string, string>> = {
  implicit: "implicit",
  password: "password",
  application: "clientCredentials",
  accessCode: "authorizationCode",
};

/** Converts the security schemes of a document to OpenAPI 3.0. */
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
