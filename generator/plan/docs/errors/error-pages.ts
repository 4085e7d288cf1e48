import { grouped } from "../../../grouped.js";
import type { NamedError, Resource } from "../../../model/api/api.js";
import { statusText } from "../../../model/statuses.js";
import { anchorsOf } from "../../../text.js";
import type { Scope } from "../../names/scope.js";
import type { Blueprint } from "../../output.js";

/** The errors of one resource's operations that share a page. */
export interface ErrorGroup {
  readonly resource: Resource;
  readonly page: string;
  readonly errors: readonly NamedError[];
}

export interface ErrorPages {
  /** The page of each error by its name, with an anchor if it shares the page. */
  readonly pages: ReadonlyMap<string, string>;
  readonly groups: readonly ErrorGroup[];
}

/**
 * The most errors with their own page that the document describes at a single operation. APIs that
 * name no payloads have thousands: those of a resource then share a page.
 */
const mostAlone = 100;

/** @param files the names of files in the folder of errors. */
export function errorPagesOf(blueprint: Blueprint, files: Scope): ErrorPages {
  const { api, names } = blueprint;
  const atOneOperation = api.errors.filter(isAtOneOperation);
  const groups =
    atOneOperation.length > mostAlone ? groupsOf(atOneOperation, blueprint, files) : [];
  const pages = new Map(groups.flatMap(({ page, errors }) => anchoredPages(page, errors)));
  for (const error of api.errors) {
    if (!pages.has(error.name)) pages.set(error.name, pageIn(files, names.error(error).file));
  }
  return { pages, groups };
}

/** A page in the folder of errors. */
export function pageIn(files: Scope, name: string): string {
  return `docs/errors/${files.reserve(name)}.md`;
}

/** The errors of a group by their status, ascending; `default` last. */
export function errorsByStatus(errors: readonly NamedError[]): [string, NamedError[]][] {
  const byStatus = grouped(
    errors.map((error) => [statusText(error.origin.status, "any other"), error]),
  );
  return [...byStatus].sort(([a], [b]) => a.localeCompare(b, "en", { numeric: true }));
}

function isAtOneOperation({ schemaName, responseName }: NamedError): boolean {
  return schemaName === null && responseName === null;
}

function groupsOf(
  errors: readonly NamedError[],
  { api, names }: Blueprint,
  files: Scope,
): ErrorGroup[] {
  const byOperation = grouped(errors.map((error) => [error.origin.operationId, error]));
  return api.resources.flatMap((resource) => {
    const own = resource.operations.flatMap(({ id }) => byOperation.get(id) ?? []);
    const page = () => pageIn(files, `${names.resource(resource).file}-errors`);
    return own.length === 0 ? [] : [{ resource, page: page(), errors: own }];
  });
}

function anchoredPages(page: string, errors: readonly NamedError[]): [string, string][] {
  const statuses = errorsByStatus(errors);
  const anchors = anchorsOf(statuses.map(([status]) => status));
  return statuses.flatMap(([, same], index) =>
    same.map(({ name }): [string, string] => [name, `${page}#${anchors[index]}`]),
  );
}
