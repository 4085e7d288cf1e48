import type { NamedError, Resource } from "../../model/api/api.js";
import type { Operation } from "../../model/api/operation.js";
import type { WebhookEvent } from "../../model/api/webhooks.js";
import { fileScope } from "../names/scope.js";
import { kebabCase } from "../names/words.js";
import type { Blueprint } from "../output.js";
import { callErrors } from "./errors/call-errors.js";
import { type ErrorGroup, errorPagesOf, pageIn } from "./errors/error-pages.js";
import { mainPage, resourcePagesOf } from "./resource-pages.js";

/** The page of each part of the API, as a path relative to the package. */
export interface Pages {
  resource(resource: Resource): string;
  /** Whether each operation of a resource has its own page. */
  isSplit(resource: Resource): boolean;
  /** A page, with an anchor if several operations share it. */
  operation(operation: Operation): string;
  /** A page, with an anchor if several errors share it. */
  error(error: Pick<NamedError, "name">): string;
  /** The errors that share pages. */
  readonly errorGroups: readonly ErrorGroup[];
  /** The page of an error class that every SDK has: `SDKError`, `ConnectionError`, … */
  sdkError(name: string): string;
  event(event: WebhookEvent): string;
  /** The page of a model, or of the error or event that it describes. */
  schema(schemaName: string): string;
}

export const readmePage = "README.md";
export const indexPage = "docs/README.md";
export type GuideName =
  | "authentication"
  | "errors"
  | "pagination"
  | "streaming"
  | "uploads"
  | "retries"
  | "timeouts"
  | "servers"
  | "hooks"
  | "options"
  | "limits"
  | "webhooks"
  | "testing"
  | "fetch-client";

/** The page of a guide. */
export function guidePage(name: GuideName): string {
  return `docs/guides/${name}.md`;
}

export const webhooksPage = "docs/webhooks/README.md";
export const errorsPage = "docs/errors/README.md";

export function pagesOf(blueprint: Blueprint): Pages {
  const { api, names } = blueprint;
  const resources = new Map(api.resources.map((node) => [node, resourcePagesOf(node, blueprint)]));
  const operations = new Map([...resources.values()].flatMap((pages) => [...pages.operations]));
  // On a clash, the document's errors keep their names, and those of every SDK get another one.
  const files = fileScope();
  files.reserve("readme");
  const { pages: errors, groups: errorGroups } = errorPagesOf(blueprint, files);
  const sdkErrors = new Map(
    ["SDKError", ...callErrors.map(({ name }) => name)].map((name) => [
      name,
      pageIn(files, name.toLowerCase()),
    ]),
  );
  const payloads = new Map(api.errors.map((node) => [node.schemaName, errors.get(node.name)]));
  const eventFiles = fileScope();
  eventFiles.reserve("readme");
  const events = new Map(
    (api.webhooks?.events ?? []).map((event) => [
      event.schemaName,
      `docs/webhooks/${eventFiles.reserve(kebabCase(event.type))}.md`,
    ]),
  );
  return {
    resource: (node) => mainPage(node, blueprint),
    isSplit: (node) => resources.get(node)?.isSplit === true,
    operation: (node) => planned(operations.get(node), node.id),
    errorGroups,
    error: (node) => planned(errors.get(node.name), node.name),
    sdkError: (name) => planned(sdkErrors.get(name), name),
    event: (node) => planned(events.get(node.schemaName), node.type),
    schema: (name) =>
      payloads.get(name) ?? events.get(name) ?? `docs/models/${names.model(name).file}.md`,
  };
}

/** A relative link from one page to another. */
export function linkFrom(page: string, target: string): string {
  let shared = 0;
  let end = page.indexOf("/") + 1;
  while (end > 0 && target.startsWith(page.slice(shared, end), shared)) {
    shared = end;
    end = page.indexOf("/", end) + 1;
  }
  const up = page.slice(shared).split("/").length - 1;
  return "../".repeat(up) + target.slice(shared);
}

/** The same, but only the anchor if the target is on the page itself. */
export function linkWithin(page: string, target: string): string {
  return target.startsWith(`${page}#`) ? target.slice(page.length) : linkFrom(page, target);
}

function planned(page: string | undefined, what: string): string {
  if (page === undefined) throw new Error(`no page was planned for ${what}`);
  return page;
}
