import type { TemplateFile } from "../../file.js";
import type { DocsContext } from "../docs-context.js";
import { type GuideName, guidePage, linkFrom } from "../pages.js";
import type { GuideEntryView } from "../part-views.js";
import { authenticationGuide } from "./authentication.js";
import { errorsGuide } from "./errors.js";
import { fetchClientGuide } from "./fetch-client.js";
import { hooksGuide } from "./hooks.js";
import { limitsGuide } from "./limits.js";
import { optionsGuide } from "./options.js";
import { paginationGuide } from "./pagination.js";
import { retriesGuide } from "./retries.js";
import { serversGuide } from "./servers.js";
import { hasStreams, streamingGuide } from "./streaming.js";
import { testingGuide } from "./testing.js";
import { timeoutsGuide } from "./timeouts.js";
import { uploadsGuide } from "./uploads.js";
import { webhooksGuide } from "./webhooks.js";

/** A page about a topic that several operations share, written for this API. */
interface Guide {
  readonly name: GuideName;
  readonly title: string;
  readonly about: string;
  /** Whether the guide applies to the API. */
  readonly applies: (docs: DocsContext) => boolean;
  readonly plan: (page: string, docs: DocsContext) => TemplateFile;
}

/** Guides to calls apply to every API but one that only sends webhooks. */
const hasOperations: Guide["applies"] = ({ api }) => api.operations.length > 0;

/** In reading order. */
const guides: readonly Guide[] = [
  {
    name: "authentication",
    title: "Authentication",
    about: "credentials and environment variables",
    applies: (docs) => hasOperations(docs) && docs.api.security.length > 0,
    plan: authenticationGuide,
  },
  {
    name: "errors",
    title: "Errors",
    about: "as values or exceptions, by status and kind",
    applies: hasOperations,
    plan: errorsGuide,
  },
  {
    name: "pagination",
    title: "Pagination",
    about: "reading paged results",
    applies: ({ paging }) => paging.size > 0,
    plan: paginationGuide,
  },
  {
    name: "streaming",
    title: "Streaming",
    about: "events, lines and bytes as they arrive",
    applies: hasStreams,
    plan: streamingGuide,
  },
  {
    name: "uploads",
    title: "Uploads",
    about: "files and binary bodies",
    applies: ({ uploads }) => uploads.length > 0,
    plan: uploadsGuide,
  },
  {
    name: "retries",
    title: "Retries",
    about: "when calls are retried, and how to change it",
    applies: hasOperations,
    plan: retriesGuide,
  },
  {
    name: "timeouts",
    title: "Timeouts and cancellation",
    about: "time limits and abort signals",
    applies: hasOperations,
    plan: timeoutsGuide,
  },
  {
    name: "servers",
    title: "Servers",
    about: "choosing the server",
    applies: hasOperations,
    plan: serversGuide,
  },
  {
    name: "hooks",
    title: "Custom fetch, hooks and logging",
    about: "your own fetch, hooks and loggers",
    applies: hasOperations,
    plan: hooksGuide,
  },
  {
    name: "options",
    title: "Options",
    about: "client options and call options",
    applies: hasOperations,
    plan: optionsGuide,
  },
  {
    name: "limits",
    title: "Rate limits",
    about: "calls that wait for each other instead of failing",
    applies: hasOperations,
    plan: limitsGuide,
  },
  {
    name: "webhooks",
    title: "Webhooks",
    about: "receiving and verifying the events that the API sends",
    applies: ({ api }) => api.webhooks !== null,
    plan: webhooksGuide,
  },
  {
    name: "testing",
    title: "Testing",
    about: "a typed test double of the API",
    applies: hasOperations,
    plan: testingGuide,
  },
  {
    name: "fetch-client",
    title: "Calls by path",
    about: "an openapi-fetch client that sends through the SDK",
    applies: (docs) => hasOperations(docs) && docs.features.fetchClient === true,
    plan: fetchClientGuide,
  },
];

/** The pages of the guides that apply. */
export function guideFiles(docs: DocsContext): TemplateFile[] {
  return guidesFor(docs).map(({ name, plan }) => plan(guidePage(name), docs));
}

/** Links to the guides, each with a short description. */
export function guideEntries(page: string, docs: DocsContext): GuideEntryView[] {
  return guidesFor(docs).map(({ name, title, about }) => ({
    label: title,
    href: linkFrom(page, guidePage(name)),
    about,
  }));
}

function guidesFor(docs: DocsContext): Guide[] {
  return guides.filter(({ applies }) => applies(docs));
}
