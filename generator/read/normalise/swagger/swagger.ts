import { isObject, type Json, type JsonObject } from "../../document/document.js";
import type { Trace } from "../../document/locate.js";
import { isReference } from "../../document/openapi-structure.js";
import { decoded } from "../../document/references.js";
import { type Rewrite, rewritten } from "../../document/rewrite.js";
import { textsIn } from "./bodies.js";
import { isPartOfBody, pathsFrom } from "./operations.js";
import { movedPointer, type Origins, traceThrough } from "./origins.js";
import { parameterFrom } from "./parameters.js";
import { responsesFrom } from "./responses.js";
import { convertedSchema } from "./schema-rules.js";
import { schemesFrom } from "./security.js";
import { serversFrom } from "./servers.js";

export interface Converted {
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
  const given = textsIn(produces);
  const schemes = schemesFrom(securityDefinitions);
  const shared = responsesFrom(responses, given, "/responses", origins, "/components/responses");
  const components = {
    ...(definitions !== undefined && { schemas: definitions }),
    ...(parameters !== undefined && { parameters: namedFrom(parameters) }),
    ...(responses !== undefined && { responses: shared }),
    ...(schemes !== null && { securitySchemes: schemes }),
  };
  return {
    openapi: "3.0.3",
    ...rest,
    ...(servers !== null && { servers }),
    paths: pathsFrom(document, origins),
    ...(Object.keys(components).length > 0 && { components }),
  };
}

/** Named body parameters are inlined where they are used. */
function namedFrom(parameters: Json): Json {
  if (!isObject(parameters)) return parameters;
  const entries = Object.entries(parameters).flatMap(([name, parameter]): [string, Json][] => {
    if (!isObject(parameter)) return [[name, parameter]];
    return isPartOfBody(parameter) ? [] : [[name, parameterFrom(parameter)]];
  });
  return Object.fromEntries(entries);
}

function changeFor(moved: (pointer: string) => string): Rewrite {
  return (node, kind) => {
    if (!isObject(node)) return node;
    const { $ref } = node;
    if (isReference(node, kind) && typeof $ref === "string" && $ref.startsWith("#/")) {
      return { ...node, $ref: `#${moved(decoded($ref.slice(1))).replaceAll("%", "%25")}` };
    }
    return kind === "schema" ? convertedSchema(node) : node;
  };
}
