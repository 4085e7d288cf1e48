import type { Field, NamedSchema, Schema } from "../api/schema.js";
import type { EventNaming, WebhookEvent, WebhookSignature } from "../api/webhooks.js";
import { withFacts } from "../schema/facts.js";
import { fieldFrom } from "../schema/types.js";

type Schemas = ReadonlyMap<string, Schema>;

interface EventSchema extends Pick<NamedSchema, "name" | "schema"> {
  readonly isNested: boolean;
}

/**
 * The schema of an event in code: its payload with the literal `type`, and with the `id` of the
 * delivery unless the payload has one. A payload that isn't an object, or has its own `type`,
 * becomes the field `payload`. A named payload with its own literal `type` is the event itself.
 */
export function eventSchema(
  event: Pick<WebhookEvent, "type" | "payload" | "description" | "summary">,
  naming: EventNaming | null,
  signature: WebhookSignature,
  schemas: Schemas,
): EventSchema {
  const payload = event.payload?.schema ?? null;
  const has = (name: string) => payload !== null && fieldsOf(payload, name, schemas).length > 0;
  const isTyped = naming?.in === "field" && naming.field === "type";
  const isNested = payload !== null && (!isObject(payload, schemas) || (has("type") && !isTyped));
  const fields = [
    ...(isTyped && payload !== null && isLiteral(payload, event.type, schemas)
      ? []
      : [literalField("type", event.type)]),
    ...(hasId(signature) && (isNested || !has("id")) ? [idField] : []),
    ...(isNested ? [fieldFrom("payload", payload, true)] : []),
  ];
  if (fields.length === 0 && payload?.kind === "named") {
    const { name } = payload;
    return { name, schema: schemas.get(name) ?? payload, isNested };
  }
  const whole = wholeOf(isNested ? null : payload, fields);
  const description = event.description ?? event.summary;
  return { name: freeName(event.type, schemas), schema: { ...whole, description }, isNested };
}

/** Whether deliveries have an id in a header. */
function hasId(signature: WebhookSignature): boolean {
  switch (signature.scheme) {
    case "standard":
    case "github":
      return true;
    case "hmac":
      return signature.idHeader !== null;
    case "stripe":
    case "slack":
    case "unsupported":
      return false;
  }
}

const idField: Field = {
  ...fieldFrom(
    "id",
    withFacts({ kind: "scalar", type: "string", format: null, file: null }, {}),
    true,
  ),
  description: "The id of the delivery, from its header: the same when it is repeated.",
};

function literalField(name: string, value: string): Field {
  return fieldFrom(
    name,
    withFacts({ kind: "enum", values: [value], isOpen: false, labels: [] }, {}),
    true,
  );
}

/** A payload with more fields. */
function wholeOf(payload: Schema | null, fields: readonly Field[]): Schema {
  if (payload === null) return objectOf(fields);
  return fields.length === 0 ? payload : intersection([payload, objectOf(fields)]);
}

function objectOf(fields: readonly Field[]): Schema {
  return withFacts({ kind: "object", fields, additional: null, patterns: [] }, {});
}

function intersection(members: readonly Schema[]): Schema {
  return withFacts({ kind: "intersection", members }, {});
}

/** Whether every value of the payload has this type, because it requires the literal. */
function isLiteral(payload: Schema, type: string, schemas: Schemas): boolean {
  const found = fieldsOf(payload, "type", schemas);
  return (
    found.length > 0 &&
    found.every(
      ({ schema, required }) =>
        required &&
        schema.kind === "enum" &&
        schema.values.length === 1 &&
        schema.values[0] === type,
    )
  );
}

/** A key for the schema that the document doesn't use: the type and "event". */
function freeName(type: string, schemas: Schemas): string {
  const candidates = [/event$/i.test(type) ? type : `${type} event`, `${type} webhook`];
  let name = candidates.find((candidate) => !schemas.has(candidate));
  for (let count = 2; name === undefined; count += 1) {
    name = schemas.has(`${type} webhook ${count}`) ? undefined : `${type} webhook ${count}`;
  }
  return name;
}

/** The fields of a name in an object, or in any part of a composition. */
function fieldsOf(schema: Schema, name: string, schemas: Schemas): Field[] {
  return [...partsOf(schema, schemas)].flatMap((part) =>
    part.kind === "object" ? part.fields.filter((field) => field.name === name) : [],
  );
}

/** Whether every value is an object. */
function isObject(schema: Schema, schemas: Schemas): boolean {
  const parts = [...partsOf(schema, schemas)].filter(({ kind }) => kind !== "unknown");
  return parts.length > 0 && parts.every((part) => part.kind === "object" && !part.nullable);
}

/** The parts of a composition that aren't compositions, each named one once. */
function* partsOf(whole: Schema, schemas: Schemas): Generator<Schema> {
  const seen = new Set<string>();
  const pending = [whole];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    if (next.kind === "intersection" || next.kind === "union") {
      for (const member of next.members) pending.push(member);
    } else if (next.kind === "named") {
      const target = seen.has(next.name) ? undefined : schemas.get(next.name);
      seen.add(next.name);
      if (target) pending.push(target);
    } else yield next;
  }
}
