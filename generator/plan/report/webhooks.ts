import type { NamedSchema } from "../../model/api/schema.js";
import type { WebhookEvent, WebhookSignature, Webhooks } from "../../model/api/webhooks.js";
import { eventReceiver } from "../event-receiver.js";
import type { Blueprint } from "../output.js";
import { linesOf, type TypeNameOf } from "./shape.js";
import type { Entry } from "./surface.js";
import { word } from "./surface-text.js";

/** The functions that create receivers, and the events that these return. */
export function webhookEntries({ api, names }: Blueprint, spell: TypeNameOf): Entry[] {
  const { webhooks, schemas } = api;
  if (webhooks === null) return [];
  const schemaOf = new Map(schemas.map(({ name, schema }) => [name, schema]));
  const makers = new Set(webhooks.events.map((event) => eventReceiver(event, webhooks)));
  const receivers = [...makers].map((name): Entry => receiverEntry(name, webhooks.signature));
  const events = webhooks.events.map((event): Entry => {
    const schema = isOwn(event) ? schemaOf.get(event.schemaName) : event.payload?.schema;
    return {
      kind: "event",
      name: event.type,
      about: `${names.model(event.schemaName).type} of ${eventReceiver(event, webhooks)}`,
      deprecated: event.deprecated !== null,
      lines: schema
        ? linesOf("type", "", { schema, required: true, deprecated: null }, "field", spell)
        : [],
    };
  });
  return [...receivers, ...events];
}

/** The schemas that aren't those of events alone. */
export function documentSchemas(
  schemas: readonly NamedSchema[],
  webhooks: Webhooks | null,
): NamedSchema[] {
  const own = new Set(webhooks?.events.filter(isOwn).map(({ schemaName }) => schemaName));
  return schemas.filter(({ name }) => !own.has(name));
}

/** Whether an event has a schema of its own, rather than one of the document. */
function isOwn({ payload, schemaName }: WebhookEvent): boolean {
  return payload?.schema.kind !== "named" || payload.schema.name !== schemaName;
}

function receiverEntry(name: string, signature: WebhookSignature): Entry {
  const line = {
    kind: "signature",
    path: "",
    required: true,
    deprecated: false,
    type: [word(signatureText(signature))],
    facts: [],
  } as const;
  return { kind: "receiver", name, about: "", deprecated: false, lines: [line] };
}

function signatureText(signature: WebhookSignature): string {
  const { scheme } = signature;
  switch (scheme) {
    case "hmac": {
      const given = Object.entries(signature).filter(([, value]) => value !== null);
      return JSON.stringify(Object.fromEntries(given));
    }
    case "unsupported":
      return "none";
    default:
      return scheme;
  }
}
