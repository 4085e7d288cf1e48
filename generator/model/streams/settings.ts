import { isObject } from "../../read/document/document.js";

/** The setting `streaming`. */
export interface StreamingSetting {
  /**
   * The field of requests that chooses between a stream and another result, or `false` if none
   * does. Default: `stream`.
   */
  readonly field?: string | false | undefined;
  /** The data or line that ends each stream. */
  readonly sentinel?: string | undefined;
  /** By `operationId`: what differs for an operation. */
  readonly operations?: Readonly<Record<string, StreamRule>> | undefined;
}

/** The stream of an operation. */
export interface StreamRule {
  readonly field?: string | false | undefined;
  readonly sentinel?: string | undefined;
  /**
   * The schema of an item: a reference such as `#/components/schemas/Chunk`. An operation that
   * documents no stream gets one.
   */
  readonly item?: string | undefined;
  /** The format of a stream that isn't documented. Default: `events`. */
  readonly format?: "events" | "jsonLines" | undefined;
}

const isText = (value: unknown) => typeof value === "string" && value !== "";

/** The keys of a rule, and what fits each. */
const checks: Readonly<
  Record<string, { readonly fits: (value: unknown) => boolean; readonly wanted: string }>
> = {
  field: {
    fits: (value) => value === false || isText(value),
    wanted: "the name of a field, or false",
  },
  sentinel: { fits: isText, wanted: "a text" },
  item: {
    fits: (value) => typeof value === "string" && /^#\/./.test(value),
    wanted: "a reference such as #/components/schemas/Chunk",
  },
  format: {
    fits: (value) => value === "events" || value === "jsonLines",
    wanted: "events or jsonLines",
  },
};

/** Why the setting `streaming` isn't valid; `null` if it is. */
export function streamingProblem(value: unknown): string | null {
  if (!isObject(value)) return "streaming should be an object";
  const { operations = {}, ...common } = value;
  if (!isObject(operations)) return "streaming.operations should be an object by operationId";
  const problems = [
    ruleProblem("streaming", common, ["field", "sentinel"]),
    ...Object.entries(operations).map(([id, rule]) =>
      ruleProblem(`streaming.operations.${id}`, rule, Object.keys(checks)),
    ),
  ];
  return problems.find((problem) => problem !== null) ?? null;
}

function ruleProblem(name: string, rule: unknown, keys: readonly string[]): string | null {
  if (!isObject(rule)) return `${name} should be an object`;
  for (const [key, value] of Object.entries(rule)) {
    const check = keys.includes(key) ? checks[key] : undefined;
    if (check === undefined) return `${name} has no "${key}"; use ${keys.join(", ")}`;
    if (!check.fits(value)) return `${name}.${key} should be ${check.wanted}`;
  }
  return null;
}
