import type { Api } from "../../generator/model/api/api.js";
import type { Operation } from "../../generator/model/api/operation.js";
import type { Schema, SchemaFacts, SchemaKind } from "../../generator/model/api/schema.js";
import type { WebhookSettings } from "../../generator/model/api/webhooks.js";
import { apiFrom } from "../../generator/model/model.js";
import type { ModelContext } from "../../generator/model/node.js";
import type { Problem } from "../../generator/problem.js";
import type { Json, JsonObject, Place } from "../../generator/read/document/document.js";
import { upgrade } from "../../generator/read/normalize/upgrade.js";

/** A reading of a document, and what it reported so far. */
export function readingOf(document: JsonObject): {
  readonly reading: ModelContext;
  readonly root: Place;
  readonly problems: readonly Problem[];
} {
  const problems: Problem[] = [];
  const reading = { document, report: (problem: Problem) => problems.push(problem) };
  return { reading, root: { node: document, pointer: "" }, problems };
}

/** The model of a document of 3.1 that needs no more than what is given. */
export function modelOf(document: JsonObject, webhooks: WebhookSettings = {}): Api {
  const said = { openapi: "3.1.0", info: { title: "Pets", version: "1" } };
  return apiFrom({ ...said, ...document }, { webhooks });
}

/** The operations of a document, whatever resource they belong to. */
export function operationsOf(document: JsonObject): Operation[] {
  return modelOf(document).resources.flatMap(({ operations }) => operations);
}

/** The only operation of a document. */
export function operationOf(document: JsonObject): Operation {
  const [operation, ...others] = operationsOf(document);
  if (operation === undefined || others.length > 0) throw new Error("not one operation");
  return operation;
}

/** A schema of a document, which may be of 3.0. */
export function schemaOf(schema: Json, document: JsonObject = {}): Schema {
  const whole = {
    openapi: "3.1.0",
    info: { title: "Pets", version: "1" },
    ...document,
    components: { schemas: { Given: schema } },
  };
  const found = apiFrom(upgrade(whole)).schemas.find(({ name }) => name === "Given");
  if (found === undefined) throw new Error("the schema is lost");
  return found.schema;
}

const unsaid: SchemaFacts = {
  description: null,
  deprecated: null,
  nullable: false,
  default: null,
  example: null,
  constraints: [],
  readOnly: false,
  writeOnly: false,
  isErrorMessage: false,
};

/** A kind in which the facts that few schemas state may be left out. */
type ShortKind =
  | Exclude<SchemaKind, { kind: "scalar" | "tuple" | "object" }>
  | (Pick<ScalarKind, "kind" | "type" | "format"> & Partial<ScalarKind>)
  | (Pick<TupleKind, "kind" | "members"> & Partial<TupleKind>)
  | (Pick<ObjectKind, "kind" | "fields" | "additional"> & Partial<ObjectKind>);
type ScalarKind = Extract<SchemaKind, { kind: "scalar" }>;
type TupleKind = Extract<SchemaKind, { kind: "tuple" }>;
type ObjectKind = Extract<SchemaKind, { kind: "object" }>;

/** A schema that says nothing but the facts that are given. */
export function schema(kind: ShortKind, facts: Partial<SchemaFacts> = {}): Schema {
  return { ...unsaid, ...facts, ...wholeKind(kind) };
}

function wholeKind(kind: ShortKind): SchemaKind {
  switch (kind.kind) {
    case "scalar":
      return { file: null, ...kind };
    case "tuple":
      return { least: kind.members.length, rest: null, ...kind };
    case "object":
      return { patterns: [], ...kind };
    default:
      return kind;
  }
}

export const text: Schema = schema({ kind: "scalar", type: "string", format: null });
export const integer: Schema = schema({ kind: "scalar", type: "integer", format: null });
export const anything: Schema = schema({ kind: "unknown" });

/** What an enum says that has values and nothing else. */
export const plain = { isOpen: false, labels: [] } as const;
