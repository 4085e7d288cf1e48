import { randomUUID } from "node:crypto";
import type { Api } from "../model/api/api.js";
import type { EventNaming, WebhookEvent } from "../model/api/webhooks.js";
import { type FindSchema, schemaFinder } from "../model/schema/find-schema.js";
import { sampleOf } from "../plan/samples/sample.js";
import { usableExample } from "../plan/samples/usable-example.js";
import { isRecord } from "../record.js";
import { plainData } from "./documented-answer.js";
import { signatureHeaders } from "./signature.js";

/** A webhook to send. */
export interface Delivery {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** The event of an API with a type, as code or as its deliveries name it. */
export function findEvent({ webhooks }: Api, type: string): WebhookEvent | undefined {
  return webhooks?.events.find((event) => event.type === type || event.sentAs === type);
}

/**
 * A delivery of an event as the API sends it: the document's example, else a plausible payload.
 *
 * @param secret signs it; `null` leaves it unsigned.
 */
export function deliveryOf(event: WebhookEvent, api: Api, secret: string | null): Delivery {
  const id = `msg_${randomUUID()}`;
  const { fields, headers } = marksOf(event, api.webhooks?.naming ?? null);
  const payload = payloadOf(event, schemaFinder(api.schemas));
  const body = JSON.stringify(isRecord(payload) ? { ...payload, ...fields } : payload);
  const signature = api.webhooks?.signature;
  const signed =
    secret === null || signature === undefined
      ? {}
      : signatureHeaders(signature, { id, at: new Date(), body }, secret);
  return { headers: { "Content-Type": "application/json", ...headers, ...signed }, body };
}

function payloadOf({ payload }: WebhookEvent, find: FindSchema): unknown {
  if (payload === null) return {};
  const example = payload.example ?? payload.examples[0] ?? null;
  const usable = usableExample(example, payload.schema, find);
  return usable ? usable.value : plainData(sampleOf(payload.schema, "payload", find));
}

/** What names the event in a delivery. */
function marksOf({ sentAs }: WebhookEvent, naming: EventNaming | null) {
  if (naming === null || sentAs === null) return { fields: {}, headers: {} };
  if (naming.in === "field") return { fields: { [naming.field]: sentAs }, headers: {} };
  const [name = "", action] = sentAs.split(".");
  return {
    fields: action === undefined ? {} : { [naming.field]: action },
    headers: { [naming.header]: name },
  };
}
