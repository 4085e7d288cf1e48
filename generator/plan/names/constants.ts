import type { EnumValue, Schema } from "../../model/api/schema.js";
import { reservedMembers } from "./reserved.js";
import { identifierScope } from "./scope.js";

/** An enum value and the name that the document gives it. */
export interface Constant {
  /** `Red`, as in `Color.Red`. */
  readonly key: string;
  readonly value: EnumValue;
  readonly description: string | null;
}

/** The named values of a schema, exported as constants next to its type. */
export function constantsOf(schema: Schema): Constant[] {
  if (schema.kind !== "enum") return [];
  const keys = identifierScope(reservedMembers);
  return schema.labels.flatMap(({ value, name, description }) =>
    name === null ? [] : [{ key: keys.reserve(name, `${name}_${value}`), value, description }],
  );
}
