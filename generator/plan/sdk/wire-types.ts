import type { Content, Operation, Response, Status } from "../../model/api.js";
import type { Argument, Arguments } from "../call/arguments.js";
import { fieldsMarked } from "../call/read-write.js";
import { schemaFinder } from "../find-schema.js";
import type { Names } from "../names/names.js";
import type { Blueprint } from "../output.js";
import { type Use, useType } from "./imports.js";
import { operationType, type Spelled } from "./operation-type.js";
import { statusKey } from "./statuses.js";

/** The parts that the argument object of a call consists of, to be joined by `&`. */
export function requestTypes(operation: Operation, given: Arguments, names: Names): Spelled[] {
  const parameters = (["path", "query", "header", "cookie"] as const).flatMap((location) => {
    const fields = given.fields.filter((each) => each.in === location);
    return fields.length === 0 ? [] : parametersTypes(operation, location, fields, names);
  });
  if (operation.body === null || given.body === null) return parameters;
  const payload = bodyType(operation, operation.body, given, names);
  if (given.body === "fields") {
    return [...parameters, operation.body.required ? payload : optional(payload)];
  }
  const key = given.fields.find((each) => each.in === "body")?.key ?? "body";
  return [...parameters, { ...payload, text: field(key, payload.text, operation.body.required) }];
}

function parametersTypes(
  operation: Operation,
  location: Argument["in"],
  fields: readonly Argument[],
  names: Names,
): Spelled[] {
  const { text, uses } = operationType(operation, names);
  const type = `${text}["parameters"]["${location}"]`;
  const isOptional = !operation.parameters.some((each) => each.in === location && each.required);
  const all = isOptional ? `NonNullable<${type}>` : type;
  // What the client may give is asked for in the document's type, and not in a call's.
  const renamed = fields.filter(({ key, name, global }) => key !== name || global !== null);
  const isHiding = operation.parameters.some(
    (each) => each.in === location && each.global === "hidden",
  );
  // The document's headers may hold some that are no arguments, such as `Authorization`.
  const isPart = renamed.length > 0 || isHiding || location === "header";
  const kept = fields.filter((field) => !renamed.includes(field)).map(({ name }) => name);
  return [
    ...(isPart ? picked(all, kept, uses) : [{ text: all, uses }]),
    ...renamed.map(({ key, name, required }) => ({
      text: field(key, `${all}[${JSON.stringify(name)}]`, required),
      uses,
    })),
  ];
}

function picked(type: string, names: readonly string[], uses: readonly Use[]): Spelled[] {
  return names.length === 0 ? [] : [{ text: `Pick<${type}, ${keysOf(names)}>`, uses }];
}

/** An object with one field. */
function field(key: string, type: string, isRequired: boolean): string {
  const object = `Record<${JSON.stringify(key)}, ${type}>`;
  return isRequired ? object : `Partial<${object}>`;
}

function bodyType(
  operation: Operation,
  body: NonNullable<Operation["body"]>,
  given: Arguments,
  names: Names,
): Spelled {
  switch (body.format) {
    case "text":
      return { text: "string", uses: [] };
    case "binary":
      return { text: "BinaryInput", uses: useType("../runtime/body-raw.js", "BinaryInput") };
    case "multipart":
      return withFiles(without(declaredBody(operation, body, names), given.readOnly), given.files);
    default:
      return without(declaredBody(operation, body, names), given.readOnly);
  }
}

/** A form whose binary fields are files, which openapi-typescript takes for texts. */
function withFiles(form: Spelled, files: readonly string[]): Spelled {
  if (files.length === 0) return form;
  return {
    text: `WithFiles<${form.text}, ${keysOf(files)}>`,
    uses: [...form.uses, ...useType("../runtime/body-multipart.js", "WithFiles")],
  };
}

/** A body without what the API alone gives, or a payload without what it never gives. */
function without(object: Spelled, fields: readonly string[]): Spelled {
  if (fields.length === 0) return object;
  return {
    text: `Without<${object.text}, ${keysOf(fields)}>`,
    uses: [...object.uses, ...useType("../runtime/operation.js", "Without")],
  };
}

function keysOf(names: readonly string[]): string {
  return names.map((name) => JSON.stringify(name)).join(" | ");
}

function declaredBody(
  operation: Operation,
  { schema, contentType, required }: NonNullable<Operation["body"]>,
  names: Names,
): Spelled {
  if (schema.kind === "named" && !schema.nullable) return modelType(schema.name, names);
  const { text, uses } = operationType(operation, names);
  const body = required ? `${text}["requestBody"]` : `NonNullable<${text}["requestBody"]>`;
  return { text: `${body}["content"][${JSON.stringify(contentType)}]`, uses };
}

/** A body that may be left out: all of it, or nothing of it. */
function optional({ text, uses }: Spelled): Spelled {
  return {
    text: `OptionalBody<${text}>`,
    uses: [...uses, ...useType("../runtime/operation.js", "OptionalBody")],
  };
}

/** What a success gives. */
export function payloadType(
  operation: Operation,
  response: Response,
  { api, names }: Pick<Blueprint, "api" | "names">,
): Spelled {
  const { content } = response;
  if (content === null) return { text: "undefined", uses: [] };
  const { format, schema } = content;
  if (format === "binary") {
    return { text: "Binary<Form>", uses: useType("../runtime/binary.js", "Binary") };
  }
  if (format !== "json") return { text: "string", uses: [] };
  const writeOnly = fieldsMarked("writeOnly", schema, schemaFinder(api.schemas));
  return without(declaredPayload(operation, response.status, content, names), writeOnly);
}

function declaredPayload(
  operation: Operation,
  status: Status,
  { schema, contentType }: Content,
  names: Names,
): Spelled {
  if (schema.kind === "named" && !schema.nullable) return modelType(schema.name, names);
  if (schema.kind === "unknown") return { text: "unknown", uses: [] };
  const { text, uses } = operationType(operation, names);
  return {
    text: `${text}["responses"][${spelledStatus(status)}]["content"][${JSON.stringify(contentType)}]`,
    uses,
  };
}

function modelType(schemaName: string, names: Names): Spelled {
  const { type } = names.model(schemaName);
  return { text: type, uses: useType("../models.js", type) };
}

function spelledStatus(status: Status): string {
  return status.kind === "default" ? '"default"' : statusKey(status);
}
