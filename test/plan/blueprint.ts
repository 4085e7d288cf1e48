import type { Resource } from "../../generator/model/api/api.js";
import type { Operation } from "../../generator/model/api/operation.js";
import { namesFor } from "../../generator/plan/names/names.js";
import type { Blueprint } from "../../generator/plan/output.js";
import type { JsonObject } from "../../generator/read/document/document.js";
import { modelOf } from "../model/documents.js";

/** What an output is given for a document of 3.1, its client called Clerk. */
export function blueprintOf(document: JsonObject): Blueprint {
  const api = modelOf(document);
  const identity = {
    packageName: "clerk",
    className: "Clerk",
    version: "1.0.0",
    methodNames: "short" as const,
  };
  return {
    api,
    identity,
    names: namesFor(api, identity.className),
    places: new Map(),
    features: {},
  };
}

/** A document's first operation, with what surrounds it. */
export function operationIn(document: JsonObject): {
  readonly blueprint: Blueprint;
  readonly resource: Resource;
  readonly operation: Operation;
} {
  const blueprint = blueprintOf(document);
  const [resource] = blueprint.api.resources;
  const [operation] = resource?.operations ?? [];
  if (resource === undefined || operation === undefined) throw new Error("no operation");
  return { blueprint, resource, operation };
}

/** A response or a body of JSON. */
export function json(schema: JsonObject, facts: JsonObject = {}): JsonObject {
  return { description: "", ...facts, content: { "application/json": { schema } } };
}

export function ref(name: string): JsonObject {
  return { $ref: `#/components/schemas/${name}` };
}
