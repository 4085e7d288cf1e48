import type { Operation } from "../../model/api/operation.js";
import type { Example, Field } from "../../model/api/schema.js";
import { type FindSchema, followed } from "../../model/schema/find-schema.js";
import { flattenedFields } from "../../model/schema/flattened-fields.js";
import { isRecord } from "../../record.js";
import { camelCase } from "../names/words.js";
import { exampleOf, isUsable } from "./usable-example.js";

/**
 * The path parameter whose value an operation returns as `id`: the `user_id` of `/users/{user_id}`,
 * and that of `/users/{user_id}/ban` if it returns a `User`.
 */
export function idParameterOf({ path, success }: Operation): string | null {
  const names = [...path.matchAll(/\{([^{}]+)\}/g)].map(([, name = ""]) => name);
  const name = names.at(-1);
  if (name === undefined || !/id$/i.test(name)) return null;
  const owner = camelCase(name.replace(/_?id$/i, ""));
  const isOwner = success.some(
    ({ content }) => content?.schema.kind === "named" && camelCase(content.schema.name) === owner,
  );
  return path.endsWith(`{${name}}`) || isOwner ? name : null;
}

/** The documented example of the `id` that an operation returns, as the value of its parameter. */
export function answerId(field: Field, operation: Operation, find: FindSchema): Example | null {
  const content = operation.success.flatMap((each) => each.content ?? [])[0];
  if (content === undefined || idParameterOf(operation) !== field.name) return null;
  const example = content.example?.value;
  if (isRecord(example)) {
    const { id } = example;
    return isUsable({ value: id }, field.schema, find) ? { value: id } : null;
  }
  const target = followed(content.schema, find);
  const fields = (target && flattenedFields({ ...target, nullable: false }, find)) ?? [];
  const id = fields.find(({ name }) => name === "id");
  const documented = id === undefined ? null : exampleOf(id, find);
  return isUsable(documented, field.schema, find) ? documented : null;
}
