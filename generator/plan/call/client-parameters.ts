import type { Api, Operation, Parameter } from "../../model/api.js";

/** A parameter that the client gives to calls which don't, and the first operation that takes it. */
export interface Global {
  readonly parameter: Parameter;
  readonly operation: Operation;
}

/** What tells parameters apart (OpenAPI 3.1, Parameter Object). */
export type ParameterKey = Pick<Parameter, "in" | "name">;

/** Each of them once, in the order of the document. */
export function globalsOf({ resources }: Pick<Api, "resources">): Global[] {
  const globals = new Map<string, Global>();
  for (const operation of resources.flatMap(({ operations }) => operations)) {
    for (const parameter of operation.parameters) {
      const key = keyOf(parameter);
      if (parameter.global !== null && !globals.has(key))
        globals.set(key, { parameter, operation });
    }
  }
  return [...globals.values()];
}

export function keyOf({ in: place, name }: ParameterKey): string {
  return `${place} ${name}`;
}
