import { pointerTo } from "../../../pointer.js";
import { isObject, type Json, type JsonObject } from "../../document/document.js";
import { httpMethods } from "../../document/openapi-structure.js";
import { targetOf } from "../../document/references.js";
import { bodyFrom, formFrom, type Origins, objectsIn, responsesFrom, textsIn } from "./bodies.js";
import { parameterFrom, recordParameter } from "./parameters.js";
import { ownServersFrom } from "./servers.js";

/** The methods of Swagger 2.0. */
const methods = httpMethods.filter((method) => method !== "trace" && method !== "query");

/** Converts the paths or webhooks of a document to OpenAPI 3.0. */
export function pathItemsFrom(
  document: JsonObject,
  section: "paths" | "x-webhooks",
  origins: Origins,
): Json {
  const items = document[section];
  if (!isObject(items)) return items ?? {};
  const entries = Object.entries(items).map(([path, item]): [string, Json] => {
    if (!isObject(item) || path.startsWith("x-")) return [path, item];
    return [path, itemFrom(document, item, pointerTo("", section, path), origins)];
  });
  return Object.fromEntries(entries);
}

function itemFrom(
  document: JsonObject,
  item: JsonObject,
  pointer: string,
  origins: Origins,
): JsonObject {
  const shared = placedIn(document, item["parameters"], `${pointer}/parameters`);
  const entries = Object.entries(item).map(([key, value]): [string, Json] => {
    const childPointer = pointerTo(pointer, key);
    if (key === "parameters") return [key, parametersOutsideBody(shared, childPointer, origins)];
    if (!methods.includes(key) || !isObject(value)) return [key, value];
    return [key, operationFrom(document, value, { pointer: childPointer, shared, origins })];
  });
  return Object.fromEntries(entries);
}

/** A parameter and its location. */
interface ParameterPlace {
  readonly node: JsonObject;
  /** The parameter after following its reference. */
  readonly intended: JsonObject;
  readonly pointer: string;
}

interface OperationContext {
  readonly pointer: string;
  readonly shared: readonly ParameterPlace[];
  readonly origins: Origins;
}

function operationFrom(
  document: JsonObject,
  operation: JsonObject,
  { pointer, shared, origins }: OperationContext,
): JsonObject {
  const { parameters, consumes, produces, schemes: _, responses, ...rest } = operation;
  const own = placedIn(document, parameters, `${pointer}/parameters`);
  const consumedTypes = textsIn(consumes ?? document["consumes"]);
  const producedTypes = textsIn(produces ?? document["produces"]);
  const body = bodyOf([...own, ...shared], consumedTypes, pointer, origins);
  const plain = parametersOutsideBody(own, `${pointer}/parameters`, origins);
  const servers = ownServersFrom(document, operation);
  if (servers !== null) origins.set(`${pointer}/servers`, `${pointer}/schemes`);
  return {
    ...rest,
    ...(plain.length > 0 && { parameters: plain }),
    ...(body !== null && { requestBody: body }),
    ...(servers !== null && { servers }),
    responses: responsesFrom(responses, producedTypes, `${pointer}/responses`, origins),
  };
}

function placedIn(document: JsonObject, list: Json | undefined, pointer: string): ParameterPlace[] {
  return objectsIn(list).map(([index, node]) => {
    const { $ref } = node;
    const target = typeof $ref === "string" ? targetOf(document, $ref) : null;
    const intended = target?.kind === "object" ? target.place.node : node;
    return { node, intended, pointer: pointerTo(pointer, index) };
  });
}

export function isPartOfBody({ in: location }: JsonObject): boolean {
  return location === "body" || location === "formData";
}

/** The parameters outside the body, with their original locations recorded. */
function parametersOutsideBody(
  placed: readonly ParameterPlace[],
  pointer: string,
  origins: Origins,
): JsonObject[] {
  const plain = placed.filter(({ intended }) => !isPartOfBody(intended));
  return plain.map(({ node, pointer: oldPointer }, index) => {
    recordParameter(node, { newPointer: pointerTo(pointer, index), oldPointer }, origins);
    return parameterFrom(node);
  });
}

function contentTypesOf({ content }: JsonObject): string[] {
  return Object.keys(isObject(content) ? content : {});
}

/** An operation has one body. If it describes both a body and a form, the body wins. */
function bodyOf(
  placed: readonly ParameterPlace[],
  consumes: readonly string[],
  pointer: string,
  origins: Origins,
): JsonObject | null {
  const body = placed.find(({ intended }) => intended["in"] === "body");
  const form = placed.filter(({ intended }) => intended["in"] === "formData");
  const [first] = body ? [body] : form;
  if (first === undefined) return null;
  origins.set(`${pointer}/requestBody`, first.pointer);
  if (!body) {
    const converted = formFrom(
      form.map(({ intended }) => intended),
      consumes,
    );
    for (const type of contentTypesOf(converted)) {
      for (const { intended, pointer: oldPointer } of form) {
        const keys = ["content", type, "schema", "properties", String(intended["name"])];
        origins.set(pointerTo(`${pointer}/requestBody`, ...keys), oldPointer);
      }
    }
    return converted;
  }
  const converted = bodyFrom(body.intended, consumes);
  for (const type of contentTypesOf(converted)) {
    const schema = pointerTo(`${pointer}/requestBody`, "content", type, "schema");
    origins.set(schema, `${body.pointer}/schema`);
  }
  return converted;
}
