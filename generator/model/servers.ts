import type { JsonObject, Place } from "../read/document/document.js";
import type { Server, ServerVariable } from "./api/server.js";
import { serverIdOf } from "./extensions.js";
import { childOf, itemsOf, listIn, type ModelContext, textIn } from "./node.js";

/** The servers of a document, a path or an operation (OpenAPI 3.1, Server Object). */
export function serversFrom(context: ModelContext, place: Place): Server[] {
  return itemsOf(context, place, "servers").flatMap((server) => {
    const url = urlOf(server.node);
    if (url === null) return [];
    const variables = childOf(context, server, "variables");
    return {
      // OpenAPI 3.2 defines `name`; older versions need an extension.
      name: serverIdOf(server.node) ?? textIn(server.node, "name"),
      url,
      description: textIn(server.node, "description"),
      variables: placeholdersIn(url).map((name) =>
        variableFrom(name, variables && childOf(context, variables, name)),
      ),
    };
  });
}

/** A relative URL starts at the root of the host: `""` becomes `/`, and `v2` becomes `/v2`. */
function urlOf({ url }: JsonObject): string | null {
  if (typeof url !== "string") return null;
  const text = url.trim();
  return /^([a-z][a-z\d+.-]*:|[{/])/i.test(text) ? text : `/${text.replace(/^\.?\//, "")}`;
}

/** The names in braces, whether or not the document declares them as variables. */
function placeholdersIn(url: string): string[] {
  return [...new Set([...url.matchAll(/\{([^{}]+)\}/g)].flatMap(([, name]) => name ?? []))];
}

function variableFrom(name: string, place: Place | null): ServerVariable {
  const node = place?.node ?? {};
  const values = listIn(node, "enum").flatMap(textsOf);
  const [preset = values[0] ?? null] = textsOf(node["default"]);
  return { name, default: preset, values, description: textIn(node, "description") };
}

/** Text, or a number that YAML read from a value such as a port. */
function textsOf(value: unknown): string[] {
  return typeof value === "string" || typeof value === "number" ? [String(value)] : [];
}
