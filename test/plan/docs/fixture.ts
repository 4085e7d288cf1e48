import type { Api, Resource } from "../../../generator/model/api/api.js";
import type { Operation, Response } from "../../../generator/model/api/operation.js";
import type { Parameter } from "../../../generator/model/api/parameter.js";
import type { Body } from "../../../generator/model/api/payload.js";
import type { Field, Schema, SchemaFacts } from "../../../generator/model/api/schema.js";
import type { Server } from "../../../generator/model/api/server.js";
import { type DocsContext, docsContext } from "../../../generator/plan/docs/docs-context.js";
import { namesFor } from "../../../generator/plan/names/names.js";
import type { Blueprint } from "../../../generator/plan/output.js";
import { schema } from "../../model/documents.js";

export { schema };

// Nodes of the model that say nothing but what a test is about.

export function text(facts: Partial<SchemaFacts> = {}, format: string | null = null): Schema {
  return schema({ kind: "scalar", type: "string", format }, facts);
}

export function named(name: string, facts: Partial<SchemaFacts> = {}): Schema {
  return schema({ kind: "named", name }, facts);
}

export function list(items: Schema): Schema {
  return schema({ kind: "array", items });
}

export function object(fields: readonly Field[], facts: Partial<SchemaFacts> = {}): Schema {
  return schema({ kind: "object", fields, additional: null }, facts);
}

export function field(name: string, of: Schema, facts: Partial<Field> = {}): Field {
  const { description, deprecated, example } = of;
  return { name, required: false, description, deprecated, schema: of, example, ...facts };
}

export function response(status: number, facts: Partial<Response> = {}): Response {
  return {
    status: { kind: "code", code: status },
    description: null,
    content: null,
    alternatives: [],
    headers: [],
    links: [],
    error: null,
    text: null,
    ...facts,
  };
}

export function json(of: Schema): NonNullable<Response["content"]> {
  return {
    contentType: "application/json",
    format: "json",
    schema: of,
    example: null,
    examples: [],
    stream: null,
  };
}

/** A required body of JSON. */
export function jsonBody(of: Schema, facts: Partial<Body> = {}): Body {
  return {
    ...json(of),
    required: true,
    description: null,
    alternatives: [],
    encodings: [],
    ...facts,
  };
}

export function parameter(
  name: string,
  facts: Pick<Parameter, "in"> & Partial<Parameter>,
): Parameter {
  return {
    ...field(name, text()),
    alias: null,
    examples: [],
    global: null,
    serialization: null,
    ...facts,
  };
}

export function operation(id: string, facts: Partial<Operation> = {}): Operation {
  return {
    id,
    rank: 0,
    documentedId: id,
    methodName: null,
    method: "get",
    path: "/things",
    summary: null,
    description: null,
    deprecated: null,
    replacement: null,
    isFeatured: false,
    parameters: [],
    body: null,
    success: [response(204)],
    errors: [],
    security: [],
    servers: [],
    idempotencyHeader: null,
    streamField: "stream",
    retries: null,
    timeoutMs: null,
    paging: null,
    pointer: "",
    ...facts,
  };
}

export function server(url: string, facts: Partial<Server> = {}): Server {
  return { name: null, url, description: null, variables: [], ...facts };
}

export function resource(title: string, operations: readonly Operation[]): Resource {
  return { path: [title], title, description: null, section: null, operations, inner: [] };
}

export function api(facts: Partial<Api> = {}): Api {
  return {
    title: "Things API",
    version: "1.0.0",
    description: null,
    license: null,
    contact: null,
    homepage: null,
    servers: [server("https://api.example.com")],
    security: [],
    requirements: [],
    retries: null,
    timeoutMs: null,
    resources: [],
    operations: (facts.resources ?? []).flatMap(({ operations }) => operations),
    schemas: [],
    webhooks: null,
    errors: [],
    problems: [],
    ...facts,
  };
}

export function blueprint(facts: Partial<Api> = {}): Blueprint {
  const node = api(facts);
  return {
    api: node,
    identity: {
      packageName: "things",
      className: "Things",
      version: "1.0.0",
      methodNames: "short",
    },
    names: namesFor(node, "Things"),
    places: new Map(),
    features: {},
  };
}

export function docsFor(facts: Partial<Api> = {}): DocsContext {
  return docsContext(blueprint(facts));
}
