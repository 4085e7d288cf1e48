import type { NamedError, Operation, Resource, WebhookEvent } from "../../model/api.js";
import { anchorsOf } from "../../text.js";
import { fileScope } from "../names/scope.js";
import { kebabCase } from "../names/words.js";
import type { Blueprint } from "../output.js";
import { callErrors } from "./call-errors.js";

/** The page of each part of the API, as a path relative to the package. */
export interface Pages {
  resource(resource: Resource): string;
  /** A page and an anchor on it. */
  operation(operation: Operation): string;
  error(error: Pick<NamedError, "name">): string;
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
  const operations = new Map(api.resources.flatMap((node) => operationPages(node, blueprint)));
  // On a clash, the document's errors keep their names, and the SDK's own errors get other ones.
  const files = fileScope();
  files.reserve("readme");
  const errors = new Map(
    api.errors.map((node) => [node.name, errorPage(files.reserve(names.error(node).file))]),
  );
  const sdkErrors = new Map(
    ["SDKError", ...callErrors.map(({ name }) => name)].map((name) => [
      name,
      errorPage(files.reserve(name.toLowerCase())),
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
    resource: (node) => resourcePage(node, blueprint),
    operation: (node) => planned(operations.get(node), node.id),
    error: (node) => planned(errors.get(node.name), node.name),
    sdkError: (name) => planned(sdkErrors.get(name), name),
    event: (node) => planned(events.get(node.schemaName), node.type),
    schema: (name) =>
      payloads.get(name) ?? events.get(name) ?? `docs/models/${names.model(name).file}.md`,
  };
}

/** Operations in the order of their page: deprecated ones last. */
export function listedOperations({ operations }: Resource): Operation[] {
  const isCurrent = ({ deprecated }: Operation) => deprecated === null;
  return [...operations.filter(isCurrent), ...operations.filter((each) => !isCurrent(each))];
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

function resourcePage(resource: Resource, { names }: Blueprint): string {
  return `docs/sdks/${names.resource(resource).folder}/README.md`;
}

function errorPage(file: string): string {
  return `docs/errors/${file}.md`;
}

/** Needs all headings of a resource's page, because `list` may be the second one of its name. */
function operationPages(resource: Resource, blueprint: Blueprint): [Operation, string][] {
  const { description, inner } = resource;
  const { title } = blueprint.names.resource(resource);
  const listed = listedOperations(resource);
  const before = [
    title,
    ...(description === null && listed.length === 0 ? [] : ["Overview"]),
    ...(listed.length === 0 ? [] : ["Available Operations"]),
    ...(inner.length === 0 ? [] : ["Resources"]),
  ];
  const headings = listed.flatMap((operation) => [
    blueprint.names.operation(operation).method,
    ...operationHeadings,
  ]);
  const anchors = anchorsOf([...before, ...headings]).slice(before.length);
  const page = resourcePage(resource, blueprint);
  return listed.map((operation, index) => {
    const anchor = anchors[index * (operationHeadings.length + 1)];
    return [operation, `${page}#${anchor}`];
  });
}

/** Mirrors `templates/docs/operation.hbs`. */
const operationHeadings = [
  "Example Usage",
  "Standalone function",
  "Parameters",
  "Response",
  "Errors",
];

function planned(page: string | undefined, what: string): string {
  if (page === undefined) throw new Error(`no page was planned for ${what}`);
  return page;
}
