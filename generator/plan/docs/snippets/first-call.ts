import type { Api } from "../../../model/api/api.js";
import { wordsOf } from "../../names/words.js";
import { type Placed, placedOperations } from "../docs-context.js";
import { centralityIn } from "./central-resource.js";

/**
 * The operation for the first example: the one that the document features, else the simplest of
 * the most central resource.
 */
export function firstShown(
  api: Api,
  isSuitable: (placed: Placed) => boolean = () => true,
): Placed | undefined {
  const suitable = placedOperations(api).filter(isSuitable);
  const current = suitable.filter(({ operation }) => !operation.deprecated);
  return (
    current.find(({ operation }) => operation.isFeatured) ?? simplest(current, api) ?? suitable[0]
  );
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

function simplest(placed: readonly Placed[], api: Api): Placed | undefined {
  const centrality = centralityIn(api);
  const central = ({ resource }: Placed) => centrality.get(resource) ?? 0;
  const [first] = [...placed].sort(
    (one, other) =>
      effortOf(one) - effortOf(other) ||
      central(other) - central(one) ||
      Number(isMainAction(other)) - Number(isMainAction(one)),
  );
  return first;
}

/**
 * How much a new user has to know to make a call: a read without parameters needs nothing, nor does
 * an action that is the API's purpose; a create needs a value, and all others the id of something
 * that exists.
 */
function effortOf(placed: Placed): number {
  const { method, body, success } = placed.operation;
  const hasValue = success.some(({ content }) => content?.format === "json");
  if (isMainAction(placed) || (method === "get" && !needsId(placed) && hasValue)) return 0;
  if (method === "post" && !needsId(placed) && body !== null) return 1;
  return method === "get" && hasValue ? 2 : 3;
}

const actions = new Set(
  "send convert generate translate transcribe synthesize search query".split(" "),
);

/** Whether it is what people use an API for, as opposed to managing what it stores. */
function isMainAction(placed: Placed): boolean {
  const { id, method, body } = placed.operation;
  const isAction = wordsOf(id).some((word) => actions.has(word.toLowerCase()));
  return isAction && method === "post" && body !== null && !needsId(placed);
}

function needsId({ operation: { parameters } }: Placed): boolean {
  return parameters.some(({ required, global }) => required && global === null);
}
