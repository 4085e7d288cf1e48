import { isObject, type Json, type JsonObject, pointerTo } from "../../document/document.js";
import { httpMethods } from "../../document/openapi-structure.js";
import { targetOf } from "../../document/references.js";
import { bodyFrom, formFrom, type Origins, objectsIn, responsesFrom, textsIn } from "./bodies.js";
import { parameterFrom } from "./parameters.js";

/** The methods of Swagger 2.0. */
const methods = httpMethods.filter((method) => method !== "trace" && method !== "query");

/** Converts the paths of a document to OpenAPI 3.0. */
export function pathsFrom(document: JsonObject, origins: Origins): Json {
  const { paths } = document;
  if (!isObject(paths)) return paths ?? {};
  const entries = Object.entries(paths).map(([path, item]): [string, Json] => {
    if (!isObject(item) || path.startsWith("x-")) return [path, item];
    return [path, itemFrom(document, item, pointerTo("/paths", path), origins)];
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
    const here = pointerTo(pointer, key);
    if (key === "parameters") return [key, plainOnes(shared, here, origins)];
    if (!methods.includes(key) || !isObject(value)) return [key, value];
    return [key, operationFrom(document, value, { pointer: here, shared, origins })];
  });
  return Object.fromEntries(entries);
}

/** A parameter, its location, and whether it belongs to the body. */
interface Placed {
  readonly node: JsonObject;
  /** The parameter after following its reference. */
  readonly intended: JsonObject;
  readonly pointer: string;
}

interface Around {
  readonly pointer: string;
  readonly shared: readonly Placed[];
  readonly origins: Origins;
}

function operationFrom(
  document: JsonObject,
  operation: JsonObject,
  { pointer, shared, origins }: Around,
): JsonObject {
  const { parameters, consumes, produces, schemes: _, responses, ...rest } = operation;
  const own = placedIn(document, parameters, `${pointer}/parameters`);
  const taken = textsIn(consumes ?? document["consumes"]);
  const given = textsIn(produces ?? document["produces"]);
  const body = bodyOf([...own, ...shared], taken, pointer, origins);
  const plain = plainOnes(own, `${pointer}/parameters`, origins);
  return {
    ...rest,
    ...(plain.length > 0 && { parameters: plain }),
    ...(body !== null && { requestBody: body }),
    responses: responsesFrom(responses, given, `${pointer}/responses`, origins),
  };
}

function placedIn(document: JsonObject, list: Json | undefined, pointer: string): Placed[] {
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
function plainOnes(placed: readonly Placed[], pointer: string, origins: Origins): JsonObject[] {
  const plain = placed.filter(({ intended }) => !isPartOfBody(intended));
  return plain.map(({ node, pointer: old }, index) => {
    const now = pointerTo(pointer, index);
    if (now !== old) origins.set(now, old);
    return parameterFrom(node);
  });
}

/** An operation has one body. If it describes both a body and a form, the body wins. */
function bodyOf(
  placed: readonly Placed[],
  consumes: readonly string[],
  pointer: string,
  origins: Origins,
): JsonObject | null {
  const body = placed.find(({ intended }) => intended["in"] === "body");
  const form = placed.filter(({ intended }) => intended["in"] === "formData");
  const [first] = body ? [body] : form;
  if (first === undefined) return null;
  origins.set(`${pointer}/requestBody`, first.pointer);
  if (!body)
    return formFrom(
      form.map(({ intended }) => intended),
      consumes,
    );
  const converted = bodyFrom(body.intended, consumes);
  for (const type of Object.keys(isObject(converted["content"]) ? converted["content"] : {})) {
    const schema = pointerTo(`${pointer}/requestBody`, "content", type, "schema");
    origins.set(schema, `${body.pointer}/schema`);
  }
  return converted;
}
