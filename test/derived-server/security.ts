import { isObject, type JsonObject, type Place } from "../../generator/read/document/document.js";
import type { Received } from "./received.js";
import { below, type Route } from "./routes.js";

/** What is wrong with the credentials of a request, or `null`. */
export function securityFault(
  document: JsonObject,
  { operation }: Route,
  received: Received,
): string | null {
  const asked = operation.node["security"] ?? document["security"];
  const alternatives = Array.isArray(asked) ? asked.filter(isObject) : [];
  const schemes = schemesIn(document);
  const isMet = alternatives.some((each) =>
    Object.keys(each).every((name) => isSent(schemes.get(name), received)),
  );
  if (alternatives.length === 0 || isMet) return null;
  const names = alternatives.map((each) => Object.keys(each).join(" and ")).join(", or ");
  return `no credential is sent: it takes ${names}`;
}

/** The query parameters that carry keys. */
export function keysInQuery(document: JsonObject): string[] {
  return [...schemesIn(document).values()]
    .filter(({ node }) => node["in"] === "query")
    .map(({ node }) => String(node["name"]));
}

/** Where tokens are got. */
export function tokenURLs(document: JsonObject): string[] {
  return [...schemesIn(document).values()].flatMap(({ node }) => {
    const flows = isObject(node["flows"]) ? Object.values(node["flows"]) : [];
    return flows
      .filter(isObject)
      .flatMap(({ tokenUrl }) => (typeof tokenUrl === "string" ? [tokenUrl] : []));
  });
}

function schemesIn(document: JsonObject): Map<string, Place> {
  const { components } = document;
  const place = { node: isObject(components) ? components : {}, pointer: "/components" };
  return new Map(below(document, place, "securitySchemes"));
}

/** Unknown schemes, and those of the connection itself, can't be checked here. */
function isSent(scheme: Place | undefined, { headers, url }: Received): boolean {
  const { type, scheme: kind, in: location, name } = scheme?.node ?? {};
  const authorization = headers.get("authorization") ?? "";
  switch (type) {
    case "http":
      return authorization.toLowerCase().startsWith(`${String(kind).toLowerCase()} `);
    case "apiKey":
      if (location === "query") return url.searchParams.has(String(name));
      if (location === "cookie") return (headers.get("cookie") ?? "").includes(`${name}=`);
      return headers.has(String(name));
    case "oauth2":
    case "openIdConnect":
      return /^bearer ./i.test(authorization);
    default:
      return true;
  }
}
