import type { Serialization } from "../../model/api/parameter.js";
import type { Schema } from "../../model/api/schema.js";
import { type FindSchema, followed } from "../../model/schema/find-schema.js";
import { flattenedFields } from "../../model/schema/flattened-fields.js";
import type { Argument } from "../call/arguments.js";
import type { NoteView } from "./part-views.js";

/** A list in an object, with an example of how it is sent. */
interface SentList {
  readonly hasIndices: boolean;
  readonly example: string;
}

/** How many objects deep lists are looked for. */
const deepest = 3;

const usual: Serialization = {
  kind: "style",
  style: "form",
  explode: true,
  allowReserved: false,
};

/**
 * How the lists in an object are sent in a query or a form, with an example of each way: OpenAPI
 * leaves that open (3.1.1, 4.8.12.4).
 */
export function listNotes(
  { in: place, name, schema, serialization }: Argument,
  find: FindSchema,
): NoteView[] {
  const given = serialization ?? (place === "query" ? usual : null);
  if (given?.kind !== "style") return [];
  const isForm = given.style === "form" && given.explode;
  const lists =
    given.style === "deepObject"
      ? listsWithin(name, schema, find)
      : isForm
        ? listFields(schema, find).map(repeatedKey)
        : [];
  const repeated = lists.find(({ hasIndices }) => !hasIndices);
  const indexed = lists.find(({ hasIndices }) => hasIndices);
  return [
    ...noteFor("A list repeats its key:", repeated),
    ...noteFor("A list of objects has indices:", indexed),
  ];
}

function noteFor(label: string, list: SentList | undefined): NoteView[] {
  return list ? [{ label, prose: null, values: [list.example] }] : [];
}

function repeatedKey(key: string): SentList {
  return { hasIndices: false, example: `${key}=a&${key}=b` };
}

function listFields(schema: Schema, find: FindSchema): string[] {
  return (flattenedFields(schema, find) ?? [])
    .filter((field) => followed(field.schema, find)?.kind === "array")
    .map(({ name }) => name);
}

function listsWithin(key: string, schema: Schema, find: FindSchema, depth = 0): SentList[] {
  const target = followed(schema, find);
  if (target?.kind === "array") {
    const [field] = flattenedFields(target.items, find) ?? [];
    return field
      ? [{ hasIndices: true, example: `${key}[0][${field.name}]=a` }]
      : [repeatedKey(key)];
  }
  const fields = depth < deepest ? (flattenedFields(schema, find) ?? []) : [];
  return fields.flatMap((field) =>
    listsWithin(`${key}[${field.name}]`, field.schema, find, depth + 1),
  );
}
