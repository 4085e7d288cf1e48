import { closureOf } from "../../closure.js";
import { grouped } from "../../grouped.js";
import { memoize } from "../../memoize.js";
import { isObject } from "../document/document.js";
import { schemaNameIn } from "../document/references.js";
import { sequenceFormatOf } from "../document/sequential-media-types.js";
import { type Container, type Visit, walk } from "../document/walk.js";

/**
 * Whether a schema is that of the JSON in the `data` of an event, which gives the event its type:
 * the event's schema is written in an event stream, or an event stream refers to it.
 */
export function isEventData(visit: Visit): boolean {
  const { node, key } = visit;
  const isJson = isObject(node) && /[/+]json\b/i.test(String(node["contentMediaType"]));
  if (!isJson || key !== "data") return false;
  const around = ancestorsOf(visit);
  if (around.some(isEventStream)) return true;
  const document = around.at(-1)?.node;
  const name = nameIn(around);
  return document !== undefined && name !== undefined && eventSchemasIn(document).has(name);
}

/** The names of the schemas to which event streams refer, directly or through other schemas. */
const eventSchemasIn = memoize((document: Container): ReadonlySet<string> => {
  const inStreams: string[] = [];
  const inSchemas: [owner: string, target: string][] = [];
  for (const visit of walk(document, "outside-in")) {
    const target = targetIn(visit);
    if (target === undefined) continue;
    const around = [visit, ...ancestorsOf(visit)];
    // A schema that a property refers to isn't an event.
    if (around.some(({ key }) => key === "properties")) continue;
    const owner = nameIn(around);
    if (around.some(isEventStream)) inStreams.push(target);
    else if (owner !== undefined) inSchemas.push([owner, target]);
  }
  const referred = grouped(inSchemas);
  return closureOf(inStreams, (name) => referred.get(name) ?? []);
});

/** The name of the component schema to which a part refers. */
function targetIn({ node }: Visit): string | undefined {
  return isObject(node) ? (schemaNameIn(node["$ref"]) ?? undefined) : undefined;
}

function isEventStream({ key }: Visit): boolean {
  return sequenceFormatOf(key) === "events";
}

/** The containers around a part of a document, innermost first. */
function ancestorsOf({ parent }: Visit): Visit[] {
  return parent === null ? [] : [parent, ...ancestorsOf(parent)];
}

/** The name of the component schema that contains a part. */
function nameIn(around: readonly Visit[]): string | undefined {
  return around.find(
    ({ parent }) => parent?.key === "schemas" && parent.parent?.key === "components",
  )?.key;
}
