import { keysOf, pointerTo } from "../../../pointer.js";
import { decoded } from "../../../text.js";
import { isObject, type Json, type JsonObject } from "../../document/document.js";
import { type Moves, type SourceLocation, type Trace, tracing } from "../../document/locate.js";
import { isReference } from "../../document/openapi-structure.js";
import { localReference } from "../../document/references.js";
import { type Rewrite, rewritten } from "../../document/rewrite.js";
import { type Origins, responsesFrom, textsIn } from "./bodies.js";
import { isPartOfBody, pathItemsFrom } from "./operations.js";
import { convertedSchema, parameterFrom, recordParameter } from "./parameters.js";
import { serversFrom } from "./servers.js";

interface Converted {
  readonly document: JsonObject;
  readonly trace: Trace;
}

/** Converts a bundled Swagger 2.0 document to OpenAPI 3.0. */
export function fromSwagger(document: JsonObject, trace: Trace): Converted {
  const origins: Origins = new Map([
    ["/components/schemas", "/definitions"],
    ["/components/parameters", "/parameters"],
    ["/components/responses", "/responses"],
    ["/components/securitySchemes", "/securityDefinitions"],
    ["/servers", document["host"] === undefined ? "/basePath" : "/host"],
  ]);
  const converted = restructured(document, origins);
  const change = changeFor(movedPointer(origins));
  return { document: rewritten(converted, change), trace: traceThrough(origins, trace) };
}

function restructured(document: JsonObject, origins: Origins): JsonObject {
  const { definitions, parameters, responses, securityDefinitions, ...others } = document;
  const { swagger: _, host: __, basePath: ___, schemes: ____, ...more } = others;
  const { consumes: _____, produces, paths: ______, ...rest } = more;
  const servers = serversFrom(document);
  const producedTypes = textsIn(produces);
  const schemes = schemesFrom(securityDefinitions);
  const shared = responsesFrom(
    responses,
    producedTypes,
    "/responses",
    origins,
    "/components/responses",
  );
  const components = {
    ...(definitions !== undefined && { schemas: definitions }),
    ...(parameters !== undefined && { parameters: namedFrom(parameters, origins) }),
    ...(responses !== undefined && { responses: shared }),
    ...(schemes !== null && { securitySchemes: schemes }),
  };
  return {
    openapi: "3.0.3",
    ...rest,
    ...(servers !== null && { servers }),
    paths: pathItemsFrom(document, "paths", origins),
    ...("x-webhooks" in rest && { "x-webhooks": pathItemsFrom(document, "x-webhooks", origins) }),
    ...(Object.keys(components).length > 0 && { components }),
  };
}

/** Named body parameters are inlined where they are used. */
function namedFrom(parameters: Json, origins: Origins): Json {
  if (!isObject(parameters)) return parameters;
  const entries = Object.entries(parameters).flatMap(([name, parameter]): [string, Json][] => {
    if (!isObject(parameter)) return [[name, parameter]];
    if (isPartOfBody(parameter)) return [];
    const oldPointer = pointerTo("/parameters", name);
    const newPointer = pointerTo("/components/parameters", name);
    recordParameter(parameter, { oldPointer, newPointer }, origins);
    return [[name, parameterFrom(parameter)]];
  });
  return Object.fromEntries(entries);
}

function changeFor(moved: (pointer: string) => string): Rewrite {
  return (node, kind) => {
    if (!isObject(node)) return node;
    const { $ref } = node;
    if (isReference(node, kind) && typeof $ref === "string" && $ref.startsWith("#/")) {
      return { ...node, $ref: localReference(moved(decoded($ref.slice(1)))) };
    }
    return kind === "schema" ? convertedSchema(node) : node;
  };
}

/** The names of OAuth 2 flows in Swagger 2.0, and in OpenAPI 3. */
const flows: Readonly<Record<string, string>> = {
  implicit: "implicit",
  password: "password",
  application: "clientCredentials",
  accessCode: "authorizationCode",
};

/** Converts the security schemes of a document to OpenAPI 3.0. */
function schemesFrom(definitions: Json | undefined): JsonObject | null {
  if (!isObject(definitions)) return null;
  const entries = Object.entries(definitions).map(([name, scheme]): [string, Json] => [
    name,
    isObject(scheme) ? schemeFrom(scheme) : scheme,
  ]);
  return Object.fromEntries(entries);
}

function schemeFrom(scheme: JsonObject): JsonObject {
  const { type, flow, authorizationUrl, tokenUrl, scopes = {}, ...rest } = scheme;
  if (type === "basic") return { ...rest, type: "http", scheme: "basic" };
  if (type !== "oauth2") return scheme;
  const name = typeof flow === "string" ? (flows[flow] ?? flow) : "implicit";
  const details = {
    ...(authorizationUrl !== undefined && { authorizationUrl }),
    ...(tokenUrl !== undefined && { tokenUrl }),
    scopes,
  };
  return { ...rest, type, flows: { [name]: details } };
}

/** The trace of the converted document. */
function traceThrough(origins: Origins, before: Trace): Trace {
  const moves: Moves = new Map(
    [...origins].map(([newPointers, old]): [string, SourceLocation] => [newPointers, before(old)]),
  );
  return tracing(moves, before);
}

/** Converts a JSON Pointer of the original to one of the converted document. */
function movedPointer(origins: Origins): (pointer: string) => string {
  const newPointers = new Map<string, string>();
  for (const [to, from] of origins) if (!newPointers.has(from)) newPointers.set(from, to);
  return (pointer) => {
    const keys = keysOf(pointer);
    for (let length = keys.length; length > 0; length -= 1) {
      const moved = newPointers.get(pointerTo("", ...keys.slice(0, length)));
      if (moved !== undefined) return pointerTo(moved, ...keys.slice(length));
    }
    return pointer;
  };
}
