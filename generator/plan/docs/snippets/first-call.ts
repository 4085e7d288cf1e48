import type { Api } from "../../../model/api/api.js";
import { type Placed, placedOperations } from "../docs-context.js";

/**
 * The operation for the first example: the one that the document features, else the simplest of
 * the largest resource.
 */
export function firstShown(
  api: Api,
  isSuitable: (placed: Placed) => boolean = () => true,
): Placed | undefined {
  const suitable = placedOperations(api).filter(isSuitable);
  const current = suitable.filter(({ operation }) => !operation.deprecated);
  return current.find(({ operation }) => operation.isFeatured) ?? simplest(current) ?? suitable[0];
}

/**
 * The operation in the examples of guides and errors of calls, which only APIs with operations have.
 *
 * @throws if there is none.
 */
export function guideExample(placed: Placed | undefined): Placed {
  if (placed === undefined)
    throw new Error("guides and errors of calls are for APIs with operations");
  return placed;
}

function simplest(placed: readonly Placed[]): Placed | undefined {
  const [first] = [...placed].sort(
    (one, other) =>
      effortOf(one) - effortOf(other) ||
      other.resource.operations.length - one.resource.operations.length,
  );
  return first;
}

/**
 * How much a new user has to know to make a call: a read without parameters needs nothing, a create
 * only a value, and all others the id of something that exists.
 */
function effortOf({ operation: { method, body, success, parameters } }: Placed): number {
  const needsNoParameters = !parameters.some(({ required, global }) => required && global === null);
  const hasValue = success.some(({ content }) => content?.format === "json");
  if (method === "get" && needsNoParameters && hasValue) return 0;
  if (method === "post" && needsNoParameters && body !== null) return 1;
  return method === "get" && hasValue ? 2 : 3;
}
