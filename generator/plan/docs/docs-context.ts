import { grouped } from "../../grouped.js";
import { memoize } from "../../memoize.js";
import type { Api, Resource } from "../../model/api/api.js";
import type { Operation, Response } from "../../model/api/operation.js";
import { type FindSchema, schemaFinder } from "../../model/schema/find-schema.js";
import { callFrom } from "../call/call.js";
import type { Walk } from "../call/walk.js";
import type { Blueprint } from "../output.js";
import { type Pages, pagesOf } from "./pages.js";
import { type UsedBy, usedBy } from "./used-by.js";

/** The blueprint, and lookups that all pages share. */
export interface DocsContext extends Blueprint {
  readonly pages: Pages;
  readonly find: FindSchema;
  /** How binary text is typed: as a file in the bodies that are multipart alone. */
  readonly place: "multipart" | "other";
  readonly uses: UsedBy<Placed>;
  /** The operations that can fail with each documented error, by the error's name. */
  readonly failures: ReadonlyMap<string, readonly Failure[]>;
  /** The operations with paged results. */
  readonly paging: ReadonlyMap<Operation, Paged>;
  /** The bodies that contain files or bytes. */
  readonly uploads: readonly Upload[];
}

/** An operation and its resource. */
export interface Placed {
  readonly operation: Operation;
  readonly resource: Resource;
}

/** An operation, and the responses with which it can fail. */
export interface Failure extends Placed {
  readonly responses: readonly Response[];
}

/** An operation, and one of its bodies that contains files or bytes. */
export interface Upload extends Placed {
  /** The operation with only this body. */
  readonly withBody: Operation;
  /** Whether the body needs no `contentType` in the options. */
  readonly isDefault: boolean;
}

export interface Paged extends Placed {
  readonly walk: Walk;
}

export function docsContext(blueprint: Blueprint): DocsContext {
  const { api } = blueprint;
  const find = schemaFinder(api.schemas);
  const pages = pagesOf(blueprint);
  const operations = placedOperations(api);
  const uses = usedBy(api, operations);
  const paging = pagingIn(operations, api);
  const uploads = operations.flatMap((placed) => uploadsOf(placed, api));
  const failures = failuresOf(api);
  return { ...blueprint, pages, find, uses, failures, paging, uploads, place: "other" };
}

function pagingIn(operations: readonly Placed[], api: Api) {
  return new Map(
    operations.flatMap((placed): [Operation, Paged][] => {
      const { walk } = callFrom(placed.operation, api);
      return walk === null ? [] : [[placed.operation, { ...placed, walk }]];
    }),
  );
}

function uploadsOf(placed: Placed, api: Api): Upload[] {
  const { operation } = placed;
  const variants = callFrom(operation, api).requestVariants;
  const single = variants.length === 0 ? [operation] : variants.map((each) => each.operation);
  return single.flatMap((withBody, index) =>
    takesFiles(withBody, api) ? [{ ...placed, withBody, isDefault: index === 0 }] : [],
  );
}

function takesFiles(operation: Operation, api: Api): boolean {
  const isForm = operation.body?.format === "multipart";
  return (
    operation.body?.format === "binary" ||
    (isForm && callFrom(operation, api).arguments.files.length > 0)
  );
}

function failuresOf(api: Api): Map<string, Failure[]> {
  return grouped(
    placedOperations(api).flatMap((placed) => {
      const byClass = grouped(placed.operation.errors.map((each) => [each.error, each] as const));
      return [...byClass].flatMap(([name, responses]): [string, Failure][] =>
        name === null ? [] : [[name, { ...placed, responses }]],
      );
    }),
  );
}

/** Every operation in the document's order. Cached, because each page needs it. */
export function placedOperations({ resources }: Api): readonly Placed[] {
  return placedIn(resources);
}

const placedIn = memoize((resources: readonly Resource[]): readonly Placed[] =>
  resources.flatMap((resource) =>
    resource.operations.map((operation) => ({ operation, resource })),
  ),
);

/** The expression that calls an operation: `clerk.domains.update`. */
export function calleeOf({ operation, resource }: Placed, { names }: Blueprint): string {
  const { path } = names.resource(resource);
  return `${names.client.variable}.${path}.${names.operation(operation).method}`;
}
