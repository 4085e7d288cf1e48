import type { Api, Operation, Resource } from "../../model/api.js";
import { type FindSchema, schemaFinder } from "../find-schema.js";
import type { Blueprint } from "../output.js";
import { type Pages, pagesOf } from "./pages.js";
import { type Uses, usesOf } from "./uses.js";

/** The blueprint, and what all pages ask of it. */
export interface Reference extends Blueprint {
  readonly pages: Pages;
  readonly find: FindSchema;
  readonly uses: Uses;
}

/** An operation and the resource that it is on. */
export interface Placed {
  readonly operation: Operation;
  readonly resource: Resource;
}

export function referenceOf(blueprint: Blueprint): Reference {
  const { api } = blueprint;
  const find = schemaFinder(api.schemas);
  return { ...blueprint, pages: pagesOf(blueprint), find, uses: usesOf(api) };
}

/** Every operation, in the order of the document. */
export function placedOperations({ resources }: Api): Placed[] {
  return resources.flatMap((resource) =>
    resource.operations.map((operation) => ({ operation, resource })),
  );
}

/** How an operation is called: `clerk.domains.update`. */
export function calleeOf({ operation, resource }: Placed, { names }: Blueprint): string {
  const { accessor } = names.resource(resource);
  return `${names.client.variable}.${accessor}.${names.operation(operation).method}`;
}
