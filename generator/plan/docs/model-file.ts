import type { Api } from "../../model/api/api.js";
import type { NamedSchema, Schema } from "../../model/api/schema.js";
import type { TemplateFile } from "../file.js";
import { reservedWords } from "../names/reserved.js";
import { camelCase } from "../names/words.js";
import { sampleOf } from "../samples/sample.js";
import { sampleContext } from "../samples/sample-context.js";
import { valueCode } from "../samples/value-code.js";
import { typesOf } from "../types/types.js";
import { byResource, mostInOneList } from "./by-resource.js";
import { calleeOf, type DocsContext } from "./docs-context.js";
import { deprecationView } from "./operation-view.js";
import { linkFrom } from "./pages.js";
import type { LinkView } from "./part-views.js";
import { shapeView } from "./shape-view.js";
import type { ModelView } from "./views.js";

/**
 * The schemas with a page of their own. The payload of an error or an event is described on the
 * page of the error or the event.
 */
export function modelsOf({ schemas, errors, webhooks }: Api): NamedSchema[] {
  const described = [...errors, ...(webhooks?.events ?? [])];
  const names = new Set(described.map(({ schemaName }) => schemaName));
  return schemas.filter(({ name }) => !names.has(name));
}

export function modelFile(model: NamedSchema, docs: DocsContext): TemplateFile {
  const path = docs.pages.schema(model.name);
  return {
    path,
    from: "template",
    template: "docs/model",
    get view() {
      return modelView(model, path, docs);
    },
  };
}

function modelView({ name, schema }: NamedSchema, path: string, docs: DocsContext): ModelView {
  const { names, identity, find } = docs;
  const { type } = names.model(name);
  const variable = variableFor(type);
  const users = operationsWith(name, path, docs);
  const models = modelsWith(name, path, docs);
  const hasFiles = typesOf(docs.api).hasFiles(name);
  const sample = sampleOf(schema, variable, find, sampleContext(name, { hasFiles }));
  return {
    name: type,
    description: schema.description,
    deprecation: deprecationView(schema.deprecated),
    packageName: identity.packageName,
    variable,
    sample: valueCode(sample, [`const ${variable}: ${type} = `, ";"]),
    heading: headingFor(schema),
    shape: shapeView(schema, path, { ...docs, place: hasFiles ? "multipart" : "other" }, type),
    isNullable: hidesNull(schema),
    ...users,
    models,
    isUnused: users.operations.length + users.resources.length + models.length === 0,
  };
}

/** The operations that use a schema, by resource if they are many. */
function operationsWith(name: string, page: string, docs: DocsContext) {
  const { pages, uses } = docs;
  const placed = uses.operationsWith(name);
  if (placed.length > mostInOneList) {
    return { operations: [], resources: byResource(placed, page, docs, (_, link) => link) };
  }
  const operations = placed.map((each) => ({
    label: calleeOf(each, docs),
    href: linkFrom(page, pages.operation(each.operation)),
  }));
  return { operations, resources: [] };
}

/** The models that contain a schema. */
export function modelsWith(
  name: string,
  page: string,
  { names, pages, uses }: DocsContext,
): LinkView[] {
  return uses.modelsWith(name).map((each) => ({
    label: names.model(each).type,
    href: linkFrom(page, pages.schema(each)),
  }));
}

function headingFor({ kind }: Schema): string {
  const headings: Partial<Record<Schema["kind"], string>> = {
    object: "Fields",
    intersection: "Fields",
    enum: "Values",
    union: "Supported Types",
  };
  return headings[kind] ?? "Type";
}

/** Whether a schema allows `null` and its shape doesn't show it. */
export function hidesNull({ kind, nullable }: Schema): boolean {
  return nullable && ["object", "union", "intersection"].includes(kind);
}

function variableFor(type: string): string {
  const name = camelCase(type);
  return /^[a-z]/.test(name) && !reservedWords.includes(name) ? name : "value";
}
