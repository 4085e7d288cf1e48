import { isObject, type Json, type JsonObject } from "../read/document/document.js";

/** In levels of the document. Printers and compilers call themselves several times for each. */
const deepest = 100;

/**
 * The document with schemas that are nested too deep for the stack of a compiler in pieces, each a
 * named schema of its own.
 */
export function withoutDeepSchemas(document: JsonObject): JsonObject {
  const pieces = new Map<string, Json>();
  const { components } = document;
  const schemas =
    isObject(components) && isObject(components["schemas"]) ? components["schemas"] : {};
  const shallow = inPieces(document, (piece) => {
    let name = `Nested${pieces.size + 1}`;
    while (Object.hasOwn(schemas, name) || pieces.has(name)) name += "_";
    pieces.set(name, piece);
    return { $ref: `#/components/schemas/${name}` };
  });
  if (pieces.size === 0 || !isObject(shallow)) return document;
  const mended = isObject(shallow["components"]) ? shallow["components"] : {};
  const named = isObject(mended["schemas"]) ? mended["schemas"] : {};
  const all = { ...named, ...Object.fromEntries(pieces) };
  return { ...shallow, components: { ...mended, schemas: all } };
}

interface Cut {
  readonly value: Json;
  /** How many levels are left below it. */
  readonly below: number;
}

/** From the innermost piece outwards, so that each is as deep as it may be. */
function inPieces(document: Json, name: (piece: Json) => Json): Json {
  const cut = (value: Json, areFields: boolean): Cut => {
    if (typeof value !== "object" || value === null) return { value, below: 0 };
    const isMap = !Array.isArray(value);
    const changed: Record<string, Json> = {};
    let below = 0;
    for (const [key, child] of Object.entries(value)) {
      const part = cut(child, isMap && key === "properties");
      const isPiece = areFields && part.below >= deepest;
      const kept = isPiece ? name(part.value) : part.value;
      if (kept !== child) changed[key] = kept;
      below = Math.max(below, isPiece ? 1 : part.below);
    }
    return { value: withChanges(value, changed), below: below + 1 };
  };
  return cut(document, false).value;
}

/** The same value where nothing in it changed. */
function withChanges(value: Json, changed: Readonly<Record<string, Json>>): Json {
  if (Object.keys(changed).length === 0) return value;
  if (Array.isArray(value)) return value.map((item, index) => changed[index] ?? item);
  return { ...(isObject(value) && value), ...changed };
}
