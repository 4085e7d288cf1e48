import type { Example, Field, Schema } from "../../model/api/schema.js";
import type { Member } from "./type.js";

/** In characters of JSON; longer values are only on the pages. */
const longestValue = 200;

/**
 * The comment of a field: its description, its format and limits in a line, then the tags that
 * editors show. The limits come before the tags, because a tag's text ends only at the next tag.
 */
export function memberDoc({ field }: Pick<Member, "field">): string {
  return field === null ? "" : schemaDoc({ ...field.schema, ...fieldFacts(field) });
}

/** A field's own description, deprecation and example take precedence over its schema's. */
function fieldFacts({ description, deprecated, example, schema }: Field) {
  return {
    description: description ?? schema.description,
    deprecated: deprecated ?? schema.deprecated,
    example: example ?? schema.example,
  };
}

/** The comment of a schema's type, in the same format as a field's. */
export function schemaDoc(schema: Schema): string {
  const { description, deprecated, example } = schema;
  const tags = [
    valueTag("@default", schema.default),
    valueTag("@example", example),
    deprecated && ["@deprecated", deprecated.reason].filter(Boolean).join(" "),
  ];
  const limits = isText(schema) ? limitsOf(schema) : schema.constraints;
  const paragraphs = [description, limits.join(", "), tags.filter(Boolean).join("\n")];
  return paragraphs.filter(Boolean).join("\n\n");
}

/** The formats of numbers, such as `int64`, make no difference to a TypeScript program. */
function isText(schema: Schema): boolean {
  return schema.kind === "scalar" && schema.type === "string";
}

/** Format and limits in the document's words: `format: date-time`, `minLength: 1`. */
export function limitsOf(schema: Schema): string[] {
  const format = schema.kind === "scalar" && schema.format ? [`format: ${schema.format}`] : [];
  return [...format, ...schema.constraints];
}

function valueTag(tag: string, example: Example | null): string | null {
  const text = example && JSON.stringify(example.value);
  return text && text.length <= longestValue ? `${tag} ${text}` : null;
}
