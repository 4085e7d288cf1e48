import type { Json, JsonObject } from "../../document/document.js";
import { schemaNameIn } from "../../document/local-reference.js";
import { partsOf } from "./subschemas.js";

/** The named schemas with `readOnly` or `writeOnly` fields. */
export interface MarkedSchemas {
  /** In the schema or anything it refers to. */
  readonly anywhere: ReadonlySet<string>;
  /** Deeper than its own fields and those of its `allOf`. */
  readonly inside: ReadonlySet<string>;
}

/** Whether a schema has marked fields at the top or deeper, and the names it refers to there. */
interface Saying {
  isTop: boolean;
  isInside: boolean;
  readonly top: string[];
  readonly inside: string[];
}

export function markedIn(document: JsonObject, schemas: JsonObject): MarkedSchemas {
  const sayings = new Map(
    Object.entries(schemas).map(([name, schema]) => [name, sayingOf(document, schema)]),
  );
  const anywhere = spread(
    sayings,
    ({ isTop, isInside }) => isTop || isInside,
    ({ top, inside }) => [...top, ...inside],
  );
  const inside = spread(
    sayings,
    (saying) => saying.isInside || saying.inside.some((name) => anywhere.has(name)),
    ({ top }) => top,
  );
  return { anywhere, inside };
}

/** Whether a schema has marked fields deeper than its own. */
export function isMarkedInside(
  document: JsonObject,
  schema: Json,
  { anywhere, inside }: MarkedSchemas,
): boolean {
  const saying = sayingOf(document, schema);
  return (
    saying.isInside ||
    saying.inside.some((name) => anywhere.has(name)) ||
    saying.top.some((name) => inside.has(name))
  );
}

function sayingOf(document: JsonObject, schema: Json): Saying {
  const saying: Saying = { isTop: false, isInside: false, top: [], inside: [] };
  for (const part of partsOf(document, schema, ["readOnly", "writeOnly"])) {
    const name = schemaNameIn(part.schema["$ref"]);
    if (part.marks.length > 0) {
      saying.isTop ||= part.isOwn;
      saying.isInside ||= !part.isOwn;
    } else if (name !== null) {
      (part.isTop ? saying.top : saying.inside).push(name);
    }
  }
  return saying;
}

/** The marked names and, transitively, the names that refer to them. */
function spread(
  sayings: ReadonlyMap<string, Saying>,
  says: (saying: Saying) => boolean,
  mentions: (saying: Saying) => readonly string[],
): Set<string> {
  const mentioning = new Map<string, string[]>();
  for (const [name, saying] of sayings) {
    for (const other of mentions(saying)) {
      const known = mentioning.get(other);
      if (known) known.push(name);
      else mentioning.set(other, [name]);
    }
  }
  const found = new Set([...sayings].flatMap(([name, saying]) => (says(saying) ? [name] : [])));
  for (const name of found) for (const next of mentioning.get(name) ?? []) found.add(next);
  return found;
}
