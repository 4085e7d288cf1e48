import type { Event } from "js-yaml";

/** The only file that knows js-yaml, which is loaded when the first text needs it. */
const library = () => import("js-yaml");
type Library = Awaited<ReturnType<typeof library>>;

/** How deep YAML may be nested: its parser calls itself per level. */
const deepestLevel = 1_000;

/** Room for generous use of merge keys, and an end to a document that merges for the sake of it. */
const mostMergedKeys = 200_000;

/** A value and the steps through its text, or what is wrong with it and at which character it shows. */
export type ParsedYaml =
  | { readonly ok: true; readonly value: unknown; readonly events: () => Iterable<ValueEvent> }
  | { readonly ok: false; readonly reason: string; readonly offset: number };

/** Parses one document of YAML 1.2 with merge keys; a date stays text, an unknown tag is an error. */
export async function parseYaml(text: string): Promise<ParsedYaml> {
  const yaml = await library();
  const schema = yaml.CORE_SCHEMA.withTags(yaml.mergeTag);
  try {
    const events = yaml.parseEvents(text, { maxDepth: deepestLevel });
    const options = { source: text, schema, maxTotalMergeKeys: mostMergedKeys };
    const documents = yaml.constructFromEvents(events, options);
    if (documents.length !== 1) return { ok: false, reason: notOne(documents), offset: 0 };
    return { ok: true, value: documents[0], events: () => eventsFrom(text, events, yaml) };
  } catch (thrown) {
    const { reason, mark } =
      thrown instanceof yaml.YAMLException ? thrown : { reason: String(thrown) };
    return { ok: false, reason, offset: mark?.position ?? 0 };
  }
}

function notOne({ length }: readonly unknown[]): string {
  return length === 0
    ? "expected a document, but the input is empty"
    : "expected a single document in the stream, but found more";
}

/**
 * One step through a text: where a value starts, or that the innermost collection ends. `pass` makes
 * the end of a collection the next step, where that is quicker than all steps within.
 */
export type ValueEvent =
  | { readonly kind: "mapping" | "sequence"; readonly offset: number; readonly pass?: () => void }
  | { readonly kind: "alias"; readonly offset: number }
  | { readonly kind: "scalar"; readonly offset: number; readonly text: () => string }
  | { readonly kind: "end" };

/** The values of a text in the order they are written; none where it cannot be parsed. */
export async function yamlEvents(text: string): Promise<Iterable<ValueEvent>> {
  const yaml = await library();
  try {
    return eventsFrom(text, yaml.parseEvents(text, { maxDepth: deepestLevel }), yaml);
  } catch {
    return [];
  }
}

function* eventsFrom(text: string, events: readonly Event[], yaml: Library): Generator<ValueEvent> {
  const { SEQUENCE, MAPPING, SCALAR, ALIAS, POP } = yaml.EVENT_ID;
  for (const event of events) {
    if (event.type === SEQUENCE) yield { kind: "sequence", offset: event.start };
    else if (event.type === MAPPING) yield { kind: "mapping", offset: event.start };
    else if (event.type === ALIAS) yield { kind: "alias", offset: event.anchorStart - 1 };
    else if (event.type === POP) yield { kind: "end" };
    else if (event.type === SCALAR) {
      const scalar = () => yaml.getScalarValue(text, event);
      yield { kind: "scalar", offset: startOf(event, yaml), text: scalar };
    }
  }
}

/** js-yaml counts a quoted scalar from behind the quotation mark. */
function startOf(event: Extract<Event, { valueStart: number }>, { SCALAR_STYLE }: Library): number {
  const { SINGLE_QUOTED, DOUBLE_QUOTED } = SCALAR_STYLE;
  const isQuoted = event.style === SINGLE_QUOTED || event.style === DOUBLE_QUOTED;
  return isQuoted ? event.valueStart - 1 : event.valueStart;
}
