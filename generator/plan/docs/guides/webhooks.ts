import type { TemplateFile } from "../../file.js";
import type { DocsContext } from "../docs-context.js";
import { linkFrom, webhooksPage } from "../pages.js";
import { receiverView } from "../webhooks/event-file.js";

/** How to receive the API's events. */
export function webhooksGuide(page: string, reference: DocsContext): TemplateFile {
  const { webhooks } = reference.api;
  const [event] = webhooks?.events.filter(({ deprecated }) => deprecated === null) ?? [];
  const first = event ?? webhooks?.events[0];
  if (!webhooks || !first) throw new Error("a guide to webhooks is for APIs with events");
  const { signature } = webhooks;
  return {
    path: page,
    from: "template",
    template: "docs/guide-webhooks",
    view: {
      index: linkFrom(page, webhooksPage),
      receiver: receiverView(first, webhooks, reference),
      secret: reference.names.client.webhookSecret,
      event: first.type,
      isVerified: signature.scheme !== "unsupported",
      isTimed: ["standard", "stripe", "slack"].includes(signature.scheme),
      hasUnknown: webhooks.naming !== null,
    },
  };
}
