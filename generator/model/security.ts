import { pointerTo } from "../pointer.js";
import { type Problem, warningAt } from "../problem.js";
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
    context.report(missingIn(place) ?? unsupported(name, place));
    return [];
  });
}

/** Reports what a scheme of a supported type lacks; `null` if its type isn't supported. */
function missingIn({ node, pointer }: Place): Problem | null {
  const type = textIn(node, "type");
  const needed = [
    "type",
    ...(type === "apiKey" ? ["name", "in"] : type === "http" ? ["scheme"] : []),
  ];
  const key = needed.find((each) => textIn(node, each) === null);
  if (key === undefined) return null;
  const which = type === null ? "" : ` of the type ${type}`;
  const message = `a security scheme${which} needs \`${key}\`; it is left out: add it`;
  return warningAt(pointer, message, "incomplete-security-scheme");
}

function unsupported(name: string, { node, pointer }: Place): Problem {
  const type = textIn(node, "type");
  const key = type === "http" ? "scheme" : type === "apiKey" ? "in" : "type";
  const what = `\`${key}: ${textIn(node, key)}\` of the security scheme "${name}" isn't supported`;
  const message = `${what}, so clients have no option for its credential: pass it in the option \`headers\`, or add it in \`fetch\``;
  return warningAt(pointerTo(pointer, key), message, "unsupported-security-scheme");
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
  const [incomplete, key] = flows === null ? [place, "flows"] : [flow, "tokenUrl"];
  if (incomplete !== null && tokenURL === null) {
    const message = `the OAuth scheme has no \`${key}\`, so clients don't fetch tokens and take one as an option: add it`;
    context.report(warningAt(incomplete.pointer, message, "incomplete-security-scheme"));
  }
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
