import type { NamedError } from "../../model/api/api.js";
import type { NamedSchema, Schema } from "../../model/api/schema.js";
import type { TemplateFile } from "../file.js";
import { importViews, type ModuleTypeNames, moduleTypeNames } from "../imports.js";
import { constantsOf } from "../names/constants.js";
import type { Names } from "../names/names.js";
import type { Blueprint } from "../output.js";
import { schemaDoc } from "../types/member-doc.js";
import { declarationLines } from "../types/type-lines.js";
import { type Declaration, typesOf } from "../types/types.js";
import type { ConstantView, ModelView } from "./views.js";

/** The module of the types of named schemas, and of payloads without a name. */
export function modelsFile(blueprint: Blueprint): TemplateFile {
  const { api, names } = blueprint;
  const types = typesOf(api);
  const typeNames = moduleTypeNames(blueprint, "models");
  const models = api.schemas.map(({ name, schema }) =>
    modelView(names.model(name).type, schema, types.declarationOf(name), typeNames),
  );
  const unnamed = api.errors.flatMap((error) => unnamedBody(error, blueprint, typeNames));
  const declared = [...models, ...unnamed];
  return {
    path: "src/models.ts",
    from: "template",
    template: "sdk/models",
    view: {
      imports: importViews(typeNames.uses),
      models: declared,
      constants: api.schemas.flatMap((named) => constantView(named, names)),
      isEmpty: declared.length === 0,
    },
  };
}

function modelView(
  name: string,
  schema: Schema,
  declaration: Declaration,
  typeNames: ModuleTypeNames,
): ModelView {
  return { doc: schemaDoc(schema), lines: declarationLines(name, declaration, typeNames) };
}

function unnamedBody(
  error: NamedError,
  { api, names }: Blueprint,
  typeNames: ModuleTypeNames,
): ModelView[] {
  if (error.schemaName !== null) return [];
  const declaration = typesOf(api).declarationFor(error.schema);
  return [modelView(names.error(error).body, error.schema, declaration, typeNames)];
}

function constantView({ name, schema }: NamedSchema, names: Names): ConstantView[] {
  const members = constantsOf(schema).map(({ key, value, description }) => ({
    key,
    doc: description ?? "",
    bare: typeof value === "string" ? null : String(value),
    text: typeof value === "string" ? value : null,
  }));
  return members.length === 0 ? [] : [{ name: names.model(name).type, members }];
}
