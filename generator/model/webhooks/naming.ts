import { isObject, type JsonObject, type Place } from "../../read/document/document.js";
import { follow } from "../../read/document/references.js";
import type { EventNaming } from "../api/webhooks.js";
import type { ModelContext } from "../node.js";
import { describedField } from "../schema/required.js";
import { valuesIn } from "../schema/values.js";
import type { WebhookRequest } from "./requests.js";

/** How deliveries name their events, and the name in the deliveries of each request. */
export interface NamedEvents {
  readonly naming: EventNaming | null;
  /** Requests that aren't listed have no name in their deliveries. */
  readonly names: ReadonlyMap<WebhookRequest, string>;
}

/** The fields that usually name events, most common first. */
const commonFields =
  "type event event_type eventType event_name eventName name topic kind webhook_type".split(" ");

/**
 * Finds where deliveries name their events, in this order: a field with one value per event; a text
 * field whose examples are the keys; a header whose example is a prefix of the key, with an
 * `action`.
 *
 * @param field the field that the settings name; it contains the key unless its schema has a
 * constant.
 */
export function eventNamesIn(
  context: ModelContext,
  requests: readonly WebhookRequest[],
  field: string | null,
): NamedEvents {
  const fields = field === null ? commonFields : [field];
  const candidates = [
    ...fields.map((each) => byConstant(context, requests, each)),
    ...fields.map((each) => byKey(context, requests, each, field !== null)),
    byHeader(context, requests),
  ];
  return mostNames(candidates);
}

/** The first candidate of those that name the most events. */
function mostNames(candidates: readonly NamedEvents[]): NamedEvents {
  const none: NamedEvents = { naming: null, names: new Map() };
  return candidates.reduce((best, each) => (each.names.size > best.names.size ? each : best), none);
}

/** The field has one possible value in each event. */
function byConstant(
  context: ModelContext,
  requests: readonly WebhookRequest[],
  field: string,
): NamedEvents {
  const named = requests.flatMap((request): [WebhookRequest, string][] => {
    const [value, ...others] = valuesIn(fieldOf(context, request, field) ?? {});
    return typeof value === "string" && others.length === 0 ? [[request, value]] : [];
  });
  return { naming: { in: "field", field }, names: distinct(named) };
}

/** The field is text, and its examples are the keys of their events. */
function byKey(
  context: ModelContext,
  requests: readonly WebhookRequest[],
  field: string,
  isFieldSet: boolean,
): NamedEvents {
  // The key of a callback isn't sent: each callback URL receives only one kind of event.
  const texts = requests.filter((request) => {
    const schema = fieldOf(context, request, field);
    return request.operationId === null && schema && isText(schema);
  });
  const examples = texts.flatMap((request) =>
    examplesOf(context, request, field).map((example) => example === request.key),
  );
  const isTypeOfAll = field === "type" && texts.length === requests.length;
  const isKey = examples.length > 0 ? examples.every(Boolean) : isTypeOfAll;
  return {
    naming: { in: "field", field },
    names: distinct(isFieldSet || isKey ? texts.map((request) => [request, request.key]) : []),
  };
}

function examplesOf(context: ModelContext, request: WebhookRequest, field: string): unknown[] {
  const { body } = request;
  const whole = [body?.example, ...(body?.examples ?? []), body?.schema.example];
  const values = whole.flatMap((example) =>
    isObject(example?.value) && Object.hasOwn(example.value, field) ? [example.value[field]] : [],
  );
  const own = fieldOf(context, request, field)?.["example"];
  // A field that several events share has only one example, which may belong to another event.
  return values.length > 0 || own !== request.key ? values : [own];
}

function isText(schema: JsonObject): boolean {
  const { type } = schema;
  const isString = type === "string" || (Array.isArray(type) && type.includes("string"));
  return isString && valuesIn(schema).length === 0;
}

/**
 * A header whose example is a prefix of the key: `issues` and the action `opened` for
 * `issues-opened`.
 */
function byHeader(context: ModelContext, requests: readonly WebhookRequest[]): NamedEvents {
  const headers = new Set(
    requests.flatMap(({ parameters }) =>
      parameters.flatMap((each) => (each.in === "header" ? each.name.toLowerCase() : [])),
    ),
  );
  const field = "action";
  const found = [...headers].map((header): NamedEvents => {
    const named = requests.flatMap((request): [WebhookRequest, string][] => {
      const value = headerValue(request, header);
      if (value === null || !wordsIn(request.key).startsWith(wordsIn(value))) return [];
      const [action, ...others] = valuesIn(fieldOf(context, request, field) ?? {});
      const isSingle = typeof action === "string" && others.length === 0;
      return [[request, isSingle ? `${value}.${action}` : value]];
    });
    return { naming: { in: "header", header, field }, names: distinct(named) };
  });
  return mostNames(found);
}

function headerValue({ parameters }: WebhookRequest, header: string): string | null {
  const parameter = parameters.find(
    (each) => each.in === "header" && each.name.toLowerCase() === header,
  );
  const values = parameter?.schema.kind === "enum" ? parameter.schema.values : [];
  const value = values.length === 1 ? values[0] : parameter?.example?.value;
  return typeof value === "string" && value !== "" ? value : null;
}

function wordsIn(text: string): string {
  return text.toLowerCase().replace(/[^a-z0-9]+/g, "-");
}

/** Keeps the first request with each name: the deliveries of the others look the same. */
function distinct(named: readonly [WebhookRequest, string][]): Map<WebhookRequest, string> {
  const seen = new Set<string>();
  return new Map(named.filter(([, name]) => !seen.has(name) && seen.add(name)));
}

/** The schema of a top-level field of the payload. */
function fieldOf(context: ModelContext, { schema }: WebhookRequest, name: string) {
  const found = schema && describedField(context, [schema], name);
  const place: Place | null =
    found && isObject(found.value) ? { node: found.value, pointer: found.pointer } : null;
  return place && (follow(context.document, place)?.node ?? null);
}
