import { warningAt } from "../problem.js";
import type { Place } from "../read/document.js";
import { isObject } from "../read/document.js";
import type { Requirement, SecurityScheme } from "./api.js";
import { childOf, entriesOf, listIn, type Reading, textIn } from "./node.js";

/** The security schemes that the runtime can serve (OpenAPI 3.1, Security Scheme Object). */
export function securitySchemesFrom(reading: Reading, root: Place): SecurityScheme[] {
  const components = childOf(reading, root, "components");
  const schemes = components && childOf(reading, components, "securitySchemes");
  return entriesOf(reading, schemes).flatMap(([name, place]) => {
    const scheme = schemeFrom(name, place);
    if (scheme) return [scheme];
    reading.report(
      warningAt(
        place.pointer,
        `the SDK can't serve the security scheme "${name}" yet; pass its credential with the headers option.`,
      ),
    );
    return [];
  });
}

function schemeFrom(name: string, { node }: Place): SecurityScheme | null {
  const description = textIn(node, "description");
  const type = textIn(node, "type");
  // An access token is sent as a bearer token however it was come by (RFC 6750).
  const isBearer = textIn(node, "scheme")?.toLowerCase() === "bearer";
  if ((type === "http" && isBearer) || type === "oauth2" || type === "openIdConnect") {
    return { name, kind: "bearer", description, format: textIn(node, "bearerFormat") };
  }
  const header = textIn(node, "name");
  if (type === "apiKey" && textIn(node, "in") === "header" && header !== null) {
    return { name, kind: "header", description, header };
  }
  return null;
}

/**
 * What an operation asks for; its own list goes before the document's, also when it is empty.
 * Anonymity comes last, so that a credential which is there is used.
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
    return names.every((name) => known.has(name)) ? [{ schemes: names }] : [];
  });
  return requirements.sort(
    (a, b) => Number(a.schemes.length === 0) - Number(b.schemes.length === 0),
  );
}
