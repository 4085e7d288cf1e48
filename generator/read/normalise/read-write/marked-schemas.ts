import type { Json, JsonObject } from "../../document/document.js";
import { schemaNameIn } from "../../document/local-reference.js";
import { partsOf } from "./subschemas.js";

/** Which named schemas have fields that are one side's alone. */
export interface MarkedSchemas {
  /** In themselves, or in what they lead to. */
  readonly anywhere: ReadonlySet<string>;
  /** Further in than among their own fields and those of their `allOf`. */
  readonly inside: ReadonlySet<string>;
}

/** What a schema says of marks: at its top, or further in, with the names that it mentions there. */
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

/** Whether a schema has marked fields further in than among its own. */
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

/** The names that say something, and those that mention these, on and on. */
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
