import type { Schema } from "../../model/api/schema.js";

/** The position of a value within a sample, and the options of the sample. */
export interface SampleContext {
  /** The named schemas around the value, which end recursion. */
  readonly names: readonly string[];
  /** The description of the field that contains it. */
  readonly description: string | null;
  /** The number of objects around it below the last named schema. */
  readonly depth: number;
  /**
   * How many named schemas and objects of an `allOf` the whole sample may still contain, because
   * required ones can multiply.
   */
  readonly rest: { names: number };
  /** Whether strings that stand for files are files, as in a multipart body. */
  readonly hasFiles: boolean;
  readonly optional: OptionalFields;
}

/**
 * The optional fields of a sample: all; those with an example, else all or a few; or none, except
 * for a few if the sample would otherwise be empty.
 */
type OptionalFields = "all" | "exampleElseAll" | "exampleElseFew" | "none";

/** The depth, in named schemas and in objects, below which optional fields are left out. */
const deepest = 4;

/** The maximum depth in named schemas and in objects, and the maximum number of named schemas. */
export const limits = { names: 10, objects: 100, all: 200 };

/** The context of a whole sample, or of the sample of a named schema. */
export function sampleContext(
  name: string | null = null,
  {
    hasFiles = false,
    optional = "exampleElseAll",
  }: Partial<Pick<SampleContext, "hasFiles" | "optional">> = {},
): SampleContext {
  const names = name === null ? [] : [name];
  return { names, description: null, depth: 0, rest: { names: limits.all }, hasFiles, optional };
}

export function isTooDeep(schema: Schema, context: SampleContext): boolean {
  const { names, depth } = context;
  const inner = schema.kind === "array" ? schema.items : schema;
  if (inner.kind === "intersection") {
    return depth >= deepest || inner.members.some((member) => isTooDeep(member, context));
  }
  if (inner.kind === "named") return names.includes(inner.name) || names.length >= deepest;
  return inner.kind === "object" && depth >= deepest;
}
