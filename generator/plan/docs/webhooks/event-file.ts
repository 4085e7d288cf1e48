import type { Schema } from "../../../model/api/schema.js";
import type { WebhookEvent, Webhooks } from "../../../model/api/webhooks.js";
import { flattenedFields } from "../../../model/schema/flattened-fields.js";
import { isRecord } from "../../../record.js";
import { eventReceiver } from "../../event-receiver.js";
import type { TemplateFile } from "../../file.js";
import { jsonText } from "../../samples/response-sample.js";
import { sampleOf } from "../../samples/sample.js";
import { valueCode } from "../../samples/value-code.js";
import type { DocsContext } from "../docs-context.js";
import { deprecationView } from "../operation-view.js";
import { guidePage, linkFrom } from "../pages.js";
import type { LinkView } from "../part-views.js";
import { shapeView } from "../shape-view.js";
import type { ReceiverView } from "./event-views.js";

/** The page of an event: when it is sent, its fields, an example, and a program that handles it. */
export function eventFile(
  event: WebhookEvent,
  webhooks: Webhooks,
  docs: DocsContext,
): TemplateFile {
  const path = docs.pages.event(event);
  const example = event.payload?.example ?? event.payload?.examples[0] ?? null;
  const sample = payloadSample(event, webhooks, docs);
  const shown = example ? example.value : sampleWithType(event, webhooks, sample);
  return {
    path,
    from: "template",
    template: "docs/event",
    view: {
      type: event.type,
      name: docs.names.model(event.schemaName).type,
      description: event.description ?? event.summary,
      deprecation: deprecationView(event.deprecated),
      callback: callbackOf(event, path, docs),
      guide: linkFrom(path, guidePage("webhooks")),
      shape: shapeView(eventShape(event, docs), path, docs),
      example: event.payload === null ? null : jsonText(shown),
      receiver: receiverView(event, webhooks, docs),
      event: event.type,
      secret: webhooks.signature.scheme === "unsupported" ? null : docs.names.client.webhookSecret,
      signed: signedSample(event, sample),
    },
  };
}

/** How a program receives an event. */
export function receiverView(
  event: WebhookEvent,
  webhooks: Webhooks,
  { identity }: DocsContext,
): ReceiverView {
  const make = eventReceiver(event, webhooks);
  const options = webhooks.signature.scheme === "unsupported" ? "{ verify: false }" : null;
  const type = make === "receiverOf" ? JSON.stringify(event.type) : null;
  const passed = [type, options].filter((each) => each !== null);
  return {
    module: `${identity.packageName}/webhooks`,
    make,
    passed: passed.join(", "),
  };
}

/** The fields of an event in one table, wherever the document describes them. */
function eventShape({ schemaName }: WebhookEvent, { find }: DocsContext): Schema {
  const named: Schema | undefined = find(schemaName);
  const schema = named ?? missingSchema(schemaName);
  const fields = flattenedFields(schema, find);
  return fields === null
    ? schema
    : { ...schema, kind: "object", fields, additional: null, patterns: [] };
}

function missingSchema(name: string): never {
  throw new Error(`the event ${name} has no schema`);
}

/** In characters of JSON: a longer sample is replaced by one with only the required fields. */
const longestSample = 1500;

/** A payload without the field that names its type; empty if the event has no payload. */
function payloadSample(
  { payload, isNested }: WebhookEvent,
  { naming }: Webhooks,
  { find }: DocsContext,
): unknown {
  if (payload === null) return {};
  const { schema } = payload;
  const full = sampleOf({ ...schema, example: payload.example ?? schema.example }, "event", find);
  const sample =
    JSON.stringify(full).length > longestSample
      ? sampleOf({ ...schema, example: null }, "event", find)
      : full;
  if (isNested || !isRecord(sample) || naming?.in !== "field") return sample;
  const { [naming.field]: _, type, ...rest } = sample;
  return rest;
}

function sampleWithType(
  { sentAs, isNested }: WebhookEvent,
  { naming }: Webhooks,
  sample: unknown,
): unknown {
  const hasTypeField = naming?.in === "field" && sentAs !== null && !isNested && isRecord(sample);
  return hasTypeField ? { [naming.field]: sentAs, ...sample } : sample;
}

function signedSample({ type, isNested }: WebhookEvent, sample: unknown): string {
  const fields = isNested ? { payload: sample } : sample;
  return valueCode(fields, [`const request = await receiver.sign(${JSON.stringify(type)}, `, ");"]);
}

function callbackOf(
  { operationId }: WebhookEvent,
  page: string,
  { api, names, pages }: DocsContext,
): LinkView | null {
  const operation = api.operations.find(({ id }) => id === operationId);
  return operation
    ? { label: names.operation(operation).method, href: linkFrom(page, pages.operation(operation)) }
    : null;
}
