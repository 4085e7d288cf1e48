import type { Operation } from "../../model/api/operation.js";
import type { Parameter } from "../../model/api/parameter.js";
import type { Body } from "../../model/api/payload.js";
import type { FindSchema } from "../../model/schema/find-schema.js";
import { titleCase } from "../names/words.js";
import { isUsable } from "./usable-example.js";

/** A call with the document's examples of the same name. */
interface ExampleCall {
  /** The title of the call. */
  readonly title: string;
  /** The operation, with the examples of this call first. */
  readonly operation: Operation;
}

/** The maximum number of calls on a page. */
const most = 5;

/**
 * The calls of an operation's named examples in order, those of its body first. Examples of which
 * the schema allows nothing are left out.
 */
export function exampleCallsOf(operation: Operation, find: FindSchema): ExampleCall[] {
  const { body, parameters } = operation;
  const named = [body, ...parameters].flatMap((each) =>
    each ? each.examples.filter((example) => isUsable(example, each.schema, find)) : [],
  );
  const titles = new Map<string, string>();
  for (const { name, summary } of named) {
    if (!titles.has(name)) titles.set(name, summary ?? titleOf(name));
  }
  return [...titles].slice(0, most).map(([name, title]) => ({
    title,
    operation: {
      ...operation,
      body: body && withExample(body, name),
      parameters: parameters.map((parameter) => withExample(parameter, name)),
    },
  }));
}

function withExample<Node extends Body | Parameter>(node: Node, name: string): Node {
  const example = node.examples.find((each) => each.name === name);
  return example === undefined ? node : { ...node, example: { value: example.value } };
}

/** Keeps a name that is already written as text. */
function titleOf(name: string): string {
  return /\s/.test(name) ? name : titleCase(name);
}
