import type { WebhookEvent, Webhooks } from "../../model/api/webhooks.js";
import { eventReceiver } from "../event-receiver.js";
import type { Names } from "../names/names.js";
import type { Blueprint } from "../output.js";
import { fits, unionAlias } from "../types/type-text.js";
import { optionsParameter, optionsPassed, schemeConstant } from "./signature-code.js";
import type { EventView, ReceiverView, UnionView } from "./views.js";

/** The function `webhooks`: for the events that deliveries name, or the only event of an API. */
export function unionView(webhooks: Webhooks, blueprint: Blueprint): UnionView | null {
  const only = onlyEvent(webhooks);
  const events = webhooks.events.filter((event) => eventReceiver(event, webhooks) === "webhooks");
  if (events.length === 0) return null;
  const members = new Set(events.map((event) => typeNameOf(event, blueprint.names)));
  return {
    ...receiverView(events, only ? `typeFixed(${JSON.stringify(only.type)})` : "events", {
      webhooks,
      blueprint,
      purpose: `Creates a receiver for the webhooks of ${blueprint.api.title}.`,
    }),
    alias: unionAlias("WebhookEvent", [...members, ...(only ? [] : ["UnknownEvent"])]),
  };
}

/** The function `receiverOf`: for the events that deliveries don't name. */
export function unnamedView(webhooks: Webhooks, blueprint: Blueprint): ReceiverView | null {
  const events = webhooks.events.filter((event) => eventReceiver(event, webhooks) === "receiverOf");
  if (events.length === 0) return null;
  const purpose = "Creates a receiver for one event, at a URL that receives only that event.";
  return receiverView(events, "typeFixed(type)", { webhooks, blueprint, purpose });
}

/** The only event of an API, if its deliveries don't name it. */
function onlyEvent({ events }: Webhooks): WebhookEvent | null {
  const [event] = events;
  return events.length === 1 && event?.sentAs === null ? event : null;
}

interface ReceiverContext {
  readonly webhooks: Webhooks;
  readonly blueprint: Blueprint;
  readonly purpose: string;
}

/** @param typeSource the code that determines the type of a delivery. */
function receiverView(
  events: readonly WebhookEvent[],
  typeSource: string,
  { webhooks: { signature }, blueprint: { names }, purpose }: ReceiverContext,
): ReceiverView {
  const variable = names.client.webhookSecret;
  const passes = [
    schemeConstant(signature),
    typeSourceCode(events, typeSource),
    JSON.stringify(variable),
    optionsPassed(signature),
  ];
  return {
    doc: `${purpose}\n\nThe signing secret is \`options.secret\`, else the environment variable\n\`${variable}\`.`,
    events: events.map((event) => eventView(event, names)),
    options: optionsParameter(signature),
    passes,
    fits: fits(`  return receiver(${passes.join(", ")});`),
  };
}

/** The code that determines the type of a delivery, and reads payloads that need more than that. */
function typeSourceCode(events: readonly WebhookEvent[], typeSource: string): string {
  const withNested = events.some(({ isNested }) => isNested)
    ? `nestedPayloads(${typeSource}, nested)`
    : typeSource;
  return events.some(hasNoPayload) ? `emptyBodies(${withNested})` : withNested;
}

/** Whether the deliveries of an event have an empty body. */
export function hasNoPayload({ payload }: WebhookEvent): boolean {
  return payload === null;
}

/** `UserCreatedEvent`: the type of an event. */
export function typeNameOf({ schemaName }: WebhookEvent, names: Names): string {
  return names.model(schemaName).type;
}

function eventView(event: WebhookEvent, names: Names): EventView {
  const { type, summary, description, deprecated } = event;
  const tag = deprecated && ["@deprecated", deprecated.reason].filter(Boolean).join(" ");
  const doc = [summary ?? description, tag].filter(Boolean).join("\n\n");
  return { doc, type, name: typeNameOf(event, names) };
}
