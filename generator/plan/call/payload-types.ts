import type { Content, Operation } from "../../model/api.js";
import { type FindSchema, followed } from "../find-schema.js";
import type { Argument, Arguments } from "./arguments.js";

/** What an argument is, where the schema of it tells of text that is bytes, or of what is sent as text. */
export function argumentType(
  { in: place, name, schema }: Argument,
  { body }: Operation,
  { files }: Arguments,
  find: FindSchema,
): string | null {
  if (place !== "body") return null;
  switch (body?.format) {
    case "text":
      return "string";
    case "binary":
      return "BinaryInput";
    case "multipart":
      if (!files.includes(name)) return null;
      return followed(schema, find)?.kind === "array" ? "FileInput[]" : "FileInput";
    default:
      return null;
  }
}

/** What a success gives, where it is no JSON and so not what its schema says; of bytes, the default form. */
export function resultType({ format }: Content): string | null {
  if (format === "json") return null;
  return format === "binary" ? "Blob" : "string";
}

/** Whether what a call gives is a type of its own: no model, no bytes in the form that a call asks for. */
export function hasOwnPayload({ success }: Operation): boolean {
  const contents = success.flatMap(({ content }) => content ?? []);
  if (contents.length === 0 || contents.some(({ format }) => format === "binary")) return false;
  const [only] = contents;
  const isModel = only?.format === "json" && only.schema.kind === "named" && !only.schema.nullable;
  return success.length > 1 || !isModel;
}
