import { warningAt } from "../../problem.js";
import type { Place } from "../../read/document/document.js";
import { quoted } from "../../text.js";
import type { NamedSchema } from "../api/schema.js";
import type {
  EventNaming,
  WebhookEvent,
  WebhookSettings,
  WebhookSignature,
  Webhooks,
} from "../api/webhooks.js";
import { deprecationOf } from "../extensions.js";
import { itemsOf, type ModelContext, nameIn, textIn, textsIn } from "../node.js";
import { eventSchema } from "./event-schema.js";
import { eventNamesIn, type NamedEvents } from "./naming.js";
import { type WebhookRequest, webhookRequestsIn } from "./requests.js";
import { signatureFrom } from "./signature.js";

/** The events of an API, and the schemas that describe them in code. */
export interface FoundWebhooks {
  readonly webhooks: Webhooks | null;
  readonly schemas: readonly NamedSchema[];
}
/**
 * The events of a document: each of its webhooks and callbacks.
 *
 * @param schemas the named schemas, whose keys are already in use.
 */
export function webhooksFrom(
  context: ModelContext,
  root: Place,
  schemas: readonly NamedSchema[],
  settings: WebhookSettings,
): FoundWebhooks {
  const requests = webhookRequestsIn(context, root);
  if (requests.length === 0) return { webhooks: null, schemas: [] };
  const signature = settings.signature ?? signatureFrom(context.document, requests);
  if (signature.scheme === "unsupported") {
    const message = `the signatures of webhooks can't be verified, because ${signature.reason}: receivers need \`verify: false\`. Describe the scheme in the setting \`webhooks.signature\`.`;
    context.report(warningAt("", message, "unsupported-signature"));
  }
  const named = eventNamesIn(context, requests, settings.typeField ?? null);
  const all = new Map(schemas.map(({ name, schema }) => [name, schema]));
  const added: NamedSchema[] = [];
  const events = requests.map((request): WebhookEvent => {
    const event = eventFrom(request, named);
    const { name, schema, isNested } = eventSchema(event, named.naming, signature, all);
    if (!all.has(name)) added.push({ name, alias: null, schema });
    all.set(name, schema);
    return { ...event, isNested, schemaName: name };
  });
  const naming = named.names.size > 0 ? named.naming : null;
  reportParameters(context, requests, naming, signature);
  return { webhooks: { events, naming, signature }, schemas: added };
}

/**
 * Reports parameters that receivers don't read, once for each name. The headers of a signature and
 * of the event's name are read, those of every request say nothing about the event, and a path
 * belongs to the receiver's own URL.
 */
function reportParameters(
  context: ModelContext,
  requests: readonly WebhookRequest[],
  naming: EventNaming | null,
  signature: WebhookSignature,
): void {
  const read = new Set([
    ...(naming?.in === "header" ? [naming.header] : []),
    ...(signature.scheme === "hmac"
      ? [signature.header, signature.idHeader, signature.timeHeader]
      : []),
  ]);
  for (const { pathItem, place } of requests) {
    const listed = [pathItem, place].flatMap((each) => itemsOf(context, each, "parameters"));
    for (const { node, pointer } of listed) {
      const [name, location] = [nameIn(node), textIn(node, "in")];
      const key = location === "header" ? (name ?? "").toLowerCase() : `${location} ${name}`;
      if (
        name === null ||
        location === "path" ||
        read.has(key) ||
        (location === "header" && isUsualHeader(key))
      )
        continue;
      read.add(key);
      const message = `the ${location} parameter ${quoted(name)} isn't part of the event: read it from the request that the receiver gets`;
      context.report(warningAt(pointer, message, "unsupported-webhook-parameter"));
    }
  }
}

function isUsualHeader(name: string): boolean {
  return /^(accept|authorization|content-.*|host|user-agent|(webhook|svix)-.*)$|signature/.test(
    name,
  );
}

function eventFrom(
  request: WebhookRequest,
  { names, naming }: NamedEvents,
): Omit<WebhookEvent, "isNested" | "schemaName"> {
  const { key, place, body, operationId } = request;
  const sentAs = names.get(request) ?? null;
  return {
    type: naming?.in === "field" && sentAs !== null ? sentAs : key,
    sentAs,
    summary: textIn(place.node, "summary"),
    description: textIn(place.node, "description"),
    deprecated: deprecationOf(place.node),
    group: textsIn(place.node, "tags")[0] ?? null,
    payload: body,
    operationId,
    pointer: place.pointer,
  };
}
