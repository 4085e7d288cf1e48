import type { WebhookSignature, Webhooks } from "../../../model/api/webhooks.js";
import type { TemplateFile } from "../../file.js";
import type { DocsContext } from "../docs-context.js";
import { linkFrom, webhooksPage } from "../pages.js";
import { receiverView } from "../webhooks/event-file.js";
import type { ReceivingView } from "../webhooks/event-views.js";

/** The program that the README and the guide show: it receives an event that isn't deprecated. */
export function receivingView(webhooks: Webhooks, docs: DocsContext): ReceivingView | null {
  const { events } = webhooks;
  const event = events.find(({ deprecated }) => deprecated === null) ?? events[0];
  return event ? { receiver: receiverView(event, webhooks, docs), event: event.type } : null;
}

/** How to receive the API's events. */
export function webhooksGuide(page: string, docs: DocsContext): TemplateFile {
  const { webhooks } = docs.api;
  const receiving = webhooks && receivingView(webhooks, docs);
  if (!webhooks || !receiving) throw new Error("a guide to webhooks is for APIs with events");
  const { signature } = webhooks;
  const { receiver, event } = receiving;
  return {
    path: page,
    from: "template",
    template: "docs/guide-webhooks",
    view: {
      index: linkFrom(page, webhooksPage),
      receiver,
      event,
      rotating: { ...receiver, passed: withSecrets(receiver.passed, signature) },
      secret: docs.names.client.webhookSecret,
      isVerified: signature.scheme !== "unsupported",
      tolerance: toleranceOf(signature),
      hasUnknown: webhooks.naming !== null,
    },
  };
}

/** The arguments of a receiver that accepts two secrets. */
function withSecrets(passed: string, { scheme }: WebhookSignature): string {
  const secrets = scheme === "standard" ? standardSecrets : ["<CURRENT>", "<PREVIOUS>"];
  const options = `{ secret: [${secrets.map((secret) => JSON.stringify(secret)).join(", ")}] }`;
  return passed === "" ? options : `${passed}, ${options}`;
}

/** Base64 with a prefix, as the scheme requires. */
const standardSecrets = ["whsec_Y3VycmVudA==", "whsec_cHJldmlvdXM="];

/** The default of `tolerance` in seconds; `null` if deliveries aren't signed with their time. */
function toleranceOf(signature: WebhookSignature): string | null {
  switch (signature.scheme) {
    case "standard":
    case "stripe":
    case "slack":
      return "300";
    case "hmac":
      return signature.timeHeader === null ? null : `${signature.tolerance ?? 300}`;
    case "github":
    case "unsupported":
      return null;
  }
}
