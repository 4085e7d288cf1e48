import { warningAt } from "../problem.js";
import type { Place } from "../read/document/document.js";
import { isObject, type JsonObject } from "../read/document/document.js";
import type { Requirement, SecurityScheme } from "./api/security.js";
import { childOf, entriesOf, listIn, type ModelContext, textIn, textsIn } from "./node.js";

/** The security schemes that the runtime supports (OpenAPI 3.1, Security Scheme Object). */
export function securitySchemesFrom(context: ModelContext, root: Place): SecurityScheme[] {
  const components = childOf(context, root, "components");
  const schemes = components && childOf(context, components, "securitySchemes");
  return entriesOf(context, schemes).flatMap(([name, place]) => {
    const scheme = schemeFrom(context, name, place);
    if (scheme) return [scheme];
    context.report(
      warningAt(
        place.pointer,
        missingIn(place.node) ??
          `the SDK doesn't support the security scheme "${name}"; pass its credential with the headers option, or a fetch that adds it.`,
      ),
    );
    return [];
  });
}

/** What a scheme of a supported type lacks; `null` if its type isn't supported. */
function missingIn(node: JsonObject): string | null {
  const type = textIn(node, "type");
  const keys = type === "apiKey" ? ["name", "in"] : type === "http" ? ["scheme"] : [];
  const key = keys.find((each) => textIn(node, each) === null);
  return key === undefined
    ? null
    : `a security scheme of the type ${type} needs \`${key}\`; it is left out: add it`;
}

function schemeFrom(context: ModelContext, name: string, place: Place): SecurityScheme | null {
  const { node } = place;
  const base = { name, description: textIn(node, "description") };
  switch (textIn(node, "type")) {
    case "http":
      return httpFrom(base, node);
    case "oauth2":
      return oauthFrom(context, base, place);
    // Tokens are sent as bearer tokens, however they were obtained (RFC 6750).
    case "openIdConnect":
      return { ...base, kind: "bearer", format: null };
    case "apiKey": {
      const key = textIn(node, "name");
      const location = placeFrom(textIn(node, "in"));
      return key !== null && location ? { ...base, kind: "apiKey", in: location, key } : null;
    }
    default:
      return null;
  }
}

type SchemeBase = Pick<SecurityScheme, "name" | "description">;

function httpFrom(base: SchemeBase, node: JsonObject): SecurityScheme | null {
  switch (textIn(node, "scheme")?.toLowerCase()) {
    case "bearer":
      return { ...base, kind: "bearer", format: textIn(node, "bearerFormat") };
    case "basic":
      return { ...base, kind: "basic" };
    default:
      return null;
  }
}

/**
 * With client credentials, the client fetches tokens itself; with other flows, the user supplies a
 * token.
 */
function oauthFrom(context: ModelContext, base: SchemeBase, place: Place): SecurityScheme {
  const flows = childOf(context, place, "flows");
  const flow = flows && childOf(context, flows, "clientCredentials");
  const tokenURL = flow && textIn(flow.node, "tokenUrl");
  return tokenURL === null
    ? { ...base, kind: "bearer", format: null }
    : { ...base, kind: "clientCredentials", tokenURL };
}

function placeFrom(text: string | null): "header" | "query" | "cookie" | null {
  return text === "header" || text === "query" || text === "cookie" ? text : null;
}

/**
 * The security requirements of an operation; its own list overrides the document's, even if empty.
 * The anonymous alternative comes last, so that available credentials are used.
 */
export function requirementsFrom(
  root: Place,
  operation: Place,
  schemes: readonly SecurityScheme[],
): Requirement[] {
  const known = new Set(schemes.map(({ name }) => name));
  const place = Object.hasOwn(operation.node, "security") ? operation : root;
  const requirements = listIn(place.node, "security").flatMap((requirement) => {
    if (!isObject(requirement)) return [];
    const names = Object.keys(requirement);
    if (!names.every((name) => known.has(name))) return [];
    return [{ schemes: names.map((name) => ({ name, scopes: textsIn(requirement, name) })) }];
  });
  return requirements.sort(
    (a, b) => Number(a.schemes.length === 0) - Number(b.schemes.length === 0),
  );
}
