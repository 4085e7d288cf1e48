import type { Body, Operation, Parameter } from "../../model/api.js";
import { titleCase } from "../names/words.js";

/** A call that the document shows by examples which are named alike. */
export interface ExampleCall {
  /** What it shows. */
  readonly title: string;
  /** The operation, with the examples of this call in the place of its first ones. */
  readonly operation: Operation;
}

/** Who wants more of them reads the document. */
const most = 5;

/** The calls that the named examples of an operation tell apart, in their order; those of its body come first. */
export function exampleCallsOf(operation: Operation): ExampleCall[] {
  const { body, parameters } = operation;
  const named = [body, ...parameters].flatMap((each) => each?.examples ?? []);
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

/** What is written for people stays as it is. */
function titleOf(name: string): string {
  return /\s/.test(name) ? name : titleCase(name);
}
