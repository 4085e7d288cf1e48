import type { Api, Parameter } from "../../model/api.js";

/** What distinguishes parameters (OpenAPI 3.1, Parameter Object). */
export type ParameterKey = Pick<Parameter, "in" | "name">;

/** The parameters that the client can hold for all calls, each once, in the order of the document. */
export function clientParametersOf({ resources }: Pick<Api, "resources">): Parameter[] {
  const found = new Map<string, Parameter>();
  for (const { parameters } of resources.flatMap(({ operations }) => operations)) {
    for (const parameter of parameters) {
      const key = parameterKey(parameter);
      if (parameter.global !== null && !found.has(key)) found.set(key, parameter);
    }
  }
  return [...found.values()];
}

export function parameterKey({ in: place, name }: ParameterKey): string {
  return `${place} ${name}`;
}
