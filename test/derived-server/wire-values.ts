import { pointerTo } from "../../generator/pointer.js";
import { isObject, type JsonObject, type Place } from "../../generator/read/document/document.js";
import { follow } from "../../generator/read/document/references.js";
import type { Schemas } from "./schemas.js";

export interface Fields {
  readonly isOpen: boolean;
  readonly names: readonly string[];
}

/** What is wrong with every reading of a text, or `null` if one is allowed. */
export function faultOfReadings(
  readings: readonly unknown[],
  pointer: string,
  schemas: Schemas,
): string | null {
  const faults: string[] = [];
  for (const value of readings) {
    // Of several alternatives, a text that is taken for whatever is asked for would fit too many.
    if (schemas.faultOf(pointer, value, "request") === null) return null;
    const fault = schemas.faultOf(pointer, value, "text");
    if (fault === null) return null;
    faults.push(fault);
  }
  // That a text is no list says nothing where none is asked for.
  return (
    faults.find((fault) => !/^must be (string|array|object)$/.test(fault)) ?? faults[0] ?? null
  );
}

/** The names of the properties that a schema lists, by whatever composition. */
export function fieldsOf(document: JsonObject, place: Place, depth = 0): Fields {
  const target = follow(document, place);
  if (target === null || depth > 8) return { isOpen: true, names: [] };
  const { node, pointer } = target;
  const own = isObject(node["properties"]) ? Object.keys(node["properties"]) : [];
  const inner = ["allOf", "anyOf", "oneOf"].flatMap((key) => {
    const members = node[key];
    return Array.isArray(members)
      ? members
          .filter(isObject)
          .map((member, index) =>
            fieldsOf(
              document,
              { node: member, pointer: pointerTo(pointer, key, index) },
              depth + 1,
            ),
          )
      : [];
  });
  const { additionalProperties: additional } = node;
  return {
    isOpen: additional === true || isObject(additional) || inner.some(({ isOpen }) => isOpen),
    names: [...own, ...inner.flatMap(({ names }) => names)],
  };
}

/** The pairs of a query or a form, percent-encoded as they came. */
export function pairsIn(text: string): [name: string, raw: string][] {
  return text
    .split("&")
    .filter((pair) => pair !== "")
    .map((pair) => {
      const [name = "", ...rest] = pair.split("=");
      return [decoded(name), rest.join("=")];
    });
}

export function decoded(text: string): string {
  return decodeURIComponent(text.replaceAll("+", " "));
}

/** `k,v,k,v` */
export function alternating(texts: readonly string[]): Record<string, string> {
  const pairs = texts.flatMap((key, index) =>
    index % 2 === 0 ? [[key, texts[index + 1] ?? ""] as const] : [],
  );
  return Object.fromEntries(pairs);
}

/** `k=v`, each */
export function assigned(texts: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    texts.map((text) => {
      const [key = "", ...rest] = text.split("=");
      return [key, rest.join("=")] as const;
    }),
  );
}
