import type { Event, ScalarTagDefinition, Schema } from "js-yaml";
import { withoutWritten, writtenKey, writtenScalar } from "./written-scalars.js";

/** Loads js-yaml on first use. No other file imports it. */
const library = () => import("js-yaml");
type Library = Awaited<ReturnType<typeof library>>;

/** The deepest nesting of YAML: its parser is recursive. */
const deepestLevel = 1_000;

/** Enough for real use of merge keys, but bounded. */
const mostMergedKeys = 200_000;

/** A value with its parse events, or a fault with its offset. */
export type ParsedYaml =
  | { readonly ok: true; readonly value: unknown; readonly events: () => Iterable<ValueEvent> }
  | { readonly ok: false; readonly reason: string; readonly offset: number };

/**
 * Parses one YAML 1.2 document with merge keys. Dates and keys stay strings as they are written, and
 * so do numbers where OpenAPI expects text. Unknown tags are errors.
 */
export async function parseYaml(text: string): Promise<ParsedYaml> {
  const yaml = await library();
  let hasWritten = false;
  const schema = schemaOf(yaml, () => {
    hasWritten = true;
  });
  try {
    const events = yaml.parseEvents(text, { maxDepth: deepestLevel });
    const options = { source: text, schema, maxTotalMergeKeys: mostMergedKeys };
    const documents = yaml.constructFromEvents(events, options);
    if (documents.length !== 1)
      return { ok: false, reason: documentCountFault(documents), offset: 0 };
    const value = hasWritten ? withoutWritten(documents[0]) : documents[0];
    return { ok: true, value, events: () => eventsFrom(text, events, yaml) };
  } catch (thrown) {
    const { reason, mark } =
      thrown instanceof yaml.YAMLException ? thrown : { reason: String(thrown) };
    return { ok: false, reason, offset: mark?.position ?? 0 };
  }
}

/** @param onWritten called for a number or a boolean whose text is kept for now. */
function schemaOf(yaml: Library, onWritten: () => void): Schema {
  const written = <T>(tag: ScalarTagDefinition<T>): ScalarTagDefinition => ({
    ...tag,
    resolve: (source, ...context) => {
      const value = tag.resolve(source, ...context);
      const scalar = value === yaml.NOT_RESOLVED ? value : writtenScalar(value, source);
      if (scalar !== value) onWritten();
      return scalar;
    },
  });
  const { mapTag } = yaml;
  return yaml.CORE_SCHEMA.withTags(
    yaml.mergeTag,
    ...[written(yaml.boolCoreTag), written(yaml.intCoreTag), written(yaml.floatCoreTag)],
    {
      ...mapTag,
      addPair: (container, key, value) => mapTag.addPair(container, writtenKey(key), value),
      has: (container, key) => mapTag.has(container, writtenKey(key)),
    } satisfies typeof mapTag,
  );
}

function documentCountFault({ length }: readonly unknown[]): string {
  return length === 0
    ? "expected a document, but the input is empty"
    : "expected a single document in the stream, but found more";
}

/**
 * One step through a text: the start of a value, or the end of the innermost collection. `skip`
 * jumps to the end of a collection, if the parser can do that faster.
 */
export type ValueEvent =
  | { readonly kind: "mapping" | "sequence"; readonly offset: number; readonly skip?: () => void }
  | { readonly kind: "alias"; readonly offset: number }
  | { readonly kind: "scalar"; readonly offset: number; readonly text: () => string }
  | { readonly kind: "end" };

/** The values of a text in source order; none if it can't be parsed. */
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

/** js-yaml reports a quoted scalar's offset after its quotation mark. */
function startOf(event: Extract<Event, { valueStart: number }>, { SCALAR_STYLE }: Library): number {
  const { SINGLE_QUOTED, DOUBLE_QUOTED } = SCALAR_STYLE;
  const isQuoted = event.style === SINGLE_QUOTED || event.style === DOUBLE_QUOTED;
  return isQuoted ? event.valueStart - 1 : event.valueStart;
}
