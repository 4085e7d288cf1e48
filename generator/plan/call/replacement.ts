import type { Api, Operation, Resource } from "../../model/api.js";

/** The operation that a deprecated one names as its replacement, and the resource that it is on. */
export function replacementFor(
  { replacement }: Operation,
  { resources }: Pick<Api, "resources">,
): { readonly operation: Operation; readonly resource: Resource } | null {
  if (replacement === null) return null;
  for (const resource of resources) {
    const operation = resource.operations.find(({ id }) => id === replacement);
    if (operation) return { operation, resource };
  }
  return null;
}
