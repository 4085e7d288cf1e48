import type { Api } from "../../generator/model/api/api.js";
import type { Operation } from "../../generator/model/api/operation.js";
import { schemaFinder } from "../../generator/model/schema/find-schema.js";
import { callFrom } from "../../generator/plan/call/call.js";
import { rawCodeOf } from "../../generator/plan/samples/raw-code.js";
import { sampleArguments } from "../../generator/plan/samples/sample-arguments.js";

/** A request of an operation, as the first program on its page sends it. */
export interface SampleCall {
  readonly operation: Operation;
  readonly path: Readonly<Record<string, unknown>>;
  readonly query: Readonly<Record<string, unknown>>;
  readonly header: Readonly<Record<string, unknown>>;
  readonly cookie: Readonly<Record<string, unknown>>;
  readonly body: unknown;
}

export function sampleCalls(api: Api): SampleCall[] {
  const find = schemaFinder(api.schemas);
  return api.operations.map((operation) => {
    const call = callFrom(operation, api);
    const sample = sampleArguments(call, find);
    const { fields, body } = call.arguments;
    const sent = (place: string) =>
      fields
        .filter((field) => field.in === place && Object.hasOwn(sample, field.key))
        .map(({ name, key }): [string, unknown] => [name, plain(sample[key])]);
    const bodyFields = sent("body");
    return {
      operation,
      path: Object.fromEntries(sent("path")),
      query: Object.fromEntries(sent("query")),
      header: Object.fromEntries(sent("header")),
      cookie: Object.fromEntries(sent("cookie")),
      body:
        body === "fields" && (bodyFields.length > 0 || operation.body?.required)
          ? Object.fromEntries(bodyFields)
          : bodyFields[0]?.[1],
    };
  });
}

/** A value in which code, which opens a file, is a file. */
function plain(value: unknown): unknown {
  if (rawCodeOf(value) !== null) return new Blob(["bytes"]);
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, plain(inner)]));
}

/** A name without what generators change. */
export function wordOf(name: string): string {
  return name.toLowerCase().replace(/[^a-z\d]/g, "");
}
