import type { Place } from "../read/document.js";
import type { Server } from "./api.js";
import { childOf, entriesOf, itemsOf, listIn, type Reading, textIn } from "./node.js";

/** The servers of the document (OpenAPI 3.1, Server Object). */
export function serversFrom(reading: Reading, root: Place): Server[] {
  return itemsOf(reading, root, "servers").flatMap((place) => {
    const url = textIn(place.node, "url");
    if (url === null) return [];
    const defaults = new Map(
      entriesOf(reading, childOf(reading, place, "variables")).map(([name, variable]) => [
        name,
        defaultOf(variable),
      ]),
    );
    return {
      url: url.replace(/\{([^{}]+)\}/g, (template, name: string) => defaults.get(name) ?? template),
      description: textIn(place.node, "description"),
    };
  });
}

/** Text, or a number such as a port that YAML took for one; the first of the allowed values stands in. */
function defaultOf({ node }: Place): string | undefined {
  const { default: value = listIn(node, "enum")[0] } = node;
  return typeof value === "string" || typeof value === "number" ? String(value) : undefined;
}
