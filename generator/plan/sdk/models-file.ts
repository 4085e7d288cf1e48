import type { Api, NamedError, NamedSchema, Schema } from "../../model/api.js";
import { constantsOf } from "../constants.js";
import type { TemplateFile } from "../file.js";
import type { Names } from "../names.js";
import type { Blueprint } from "../output.js";
import { docText } from "./doc.js";
import { importViews, useType } from "./imports.js";
import { intersectionAlias } from "./layout.js";
import { statusKey } from "./statuses.js";
import type { ConstantView, DeclarationView } from "./views.js";
import { operationType } from "./wire-types.js";

/** The types of the document's schemas, by their names. */
export function modelsFile({ api, names }: Blueprint): TemplateFile {
  const models = api.schemas.map(({ name, schema }) =>
    modelView(names.model(name).type, `components["schemas"][${JSON.stringify(name)}]`, schema),
  );
  const unnamed = api.errors.flatMap((error) => unnamedBody(error, api, names));
  const declared = [...models, ...unnamed.map(({ view }) => view)];
  return {
    path: "src/models.ts",
    from: "template",
    template: "sdk/models",
    view: {
      imports: importViews([
        ...(models.length > 0 ? useType("./schema.js", "components") : []),
        ...unnamed.flatMap(({ root }) => useType("./schema.js", root)),
      ]),
      models: declared,
      constants: api.schemas.flatMap((named) => constantView(named, names)),
      isEmpty: declared.length === 0,
    },
  };
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

/** The payload of an error that has no name in the document: it stands where it was first used. */
function unnamedBody(error: NamedError, { resources }: Api, names: Names) {
  if (error.schemaName !== null) return [];
  const { operationId, status, contentType } = error.origin;
  const [operation] = resources.flatMap(({ operations }) =>
    operations.filter(({ id }) => id === operationId),
  );
  if (operation === undefined) return [];
  const { text, uses } = operationType(operation);
  const key = status.kind === "default" ? '"default"' : statusKey(status);
  const type = `${text}["responses"][${key}]["content"][${JSON.stringify(contentType)}]`;
  const view = modelView(names.error(error).body, type, error.schema);
  return uses.map(({ name }) => ({ view, root: name }));
}

function modelView(
  name: string,
  type: string,
  { description, deprecated }: Schema,
): DeclarationView {
  return { doc: docText([description], deprecated), text: intersectionAlias(name, [type]) };
}
