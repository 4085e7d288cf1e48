import type { WebhookEvent, Webhooks } from "../../../model/api/webhooks.js";
import type { TemplateFile } from "../../file.js";
import type { DocsContext } from "../docs-context.js";
import { deprecationView } from "../operation-view.js";
import { guidePage, linkFrom, webhooksPage } from "../pages.js";
import { eventFile } from "./event-file.js";
import type { EventGroupView } from "./event-views.js";

/** The pages of an API's events, after an index of them. */
export function webhookFiles(docs: DocsContext): TemplateFile[] {
  const { webhooks } = docs.api;
  if (webhooks === null) return [];
  const index: TemplateFile = {
    path: webhooksPage,
    from: "template",
    template: "docs/webhooks",
    view: {
      guide: linkFrom(webhooksPage, guidePage("webhooks")),
      groups: eventGroups(webhooks, webhooksPage, docs),
    },
  };
  return [index, ...webhooks.events.map((event) => eventFile(event, webhooks, docs))];
}

/** The events by tag, in the document's order. Those without a tag come last. */
export function eventGroups(
  { events }: Webhooks,
  page: string,
  docs: DocsContext,
): EventGroupView[] {
  const titles = new Set(events.flatMap(({ group }) => group ?? []));
  const rest = events.filter(({ group }) => group === null);
  const groups: EventGroupView[] = [...titles].map((title) => ({
    title,
    events: events
      .filter(({ group }) => group === title)
      .map((event) => eventSummary(event, page, docs)),
  }));
  if (rest.length === 0) return groups;
  const others = rest.map((event) => eventSummary(event, page, docs));
  return [...groups, { title: titles.size > 0 ? "Other" : null, events: others }];
}

function eventSummary(event: WebhookEvent, page: string, { pages }: DocsContext) {
  return {
    label: event.type,
    href: linkFrom(page, pages.event(event)),
    summary: event.summary ?? event.description,
    deprecation: deprecationView(event.deprecated),
  };
}
