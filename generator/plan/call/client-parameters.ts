import type { Api, Operation, Parameter } from "../../model/api.js";

/** A parameter that the client gives to calls which don't, and the first operation that takes it. */
export interface ClientParameter {
  readonly parameter: Parameter;
  readonly operation: Operation;
}

/** What tells parameters apart (OpenAPI 3.1, Parameter Object). */
export type ParameterKey = Pick<Parameter, "in" | "name">;

/** Each of them once, in the order of the document. */
export function clientParametersOf({ resources }: Pick<Api, "resources">): ClientParameter[] {
  const globals = new Map<string, ClientParameter>();
  for (const operation of resources.flatMap(({ operations }) => operations)) {
    for (const parameter of operation.parameters) {
      const key = parameterKey(parameter);
      if (parameter.global !== null && !globals.has(key))
        globals.set(key, { parameter, operation });
    }
  }
  return [...globals.values()];
}

export function parameterKey({ in: place, name }: ParameterKey): string {
  return `${place} ${name}`;
}
