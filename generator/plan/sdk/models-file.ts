import type { NamedError, NamedSchema, Operation, Schema } from "../../model/api.js";
import type { TemplateFile } from "../file.js";
import { constantsOf } from "../names/constants.js";
import type { Names } from "../names/names.js";
import type { Blueprint } from "../output.js";
import { docText } from "./doc.js";
import { importViews, useType } from "./imports.js";
import { intersectionAlias } from "./line-breaks.js";
import { operationTypeAmong } from "./operation-type.js";
import { statusKey } from "./statuses.js";
import type { ConstantView, DeclarationView } from "./views.js";

/** The types of the document's schemas, by their names. */
export function modelsFile({ api, names }: Blueprint): TemplateFile {
  const models = api.schemas.map(({ name, schema }) =>
    modelView(names.model(name).type, `components["schemas"][${JSON.stringify(name)}]`, schema),
  );
  const operations = new Map(
    api.resources.flatMap((resource) => resource.operations.map((each) => [each.id, each])),
  );
  const unnamed = api.errors.flatMap((error) => unnamedBody(error, operations, names));
  const declared = [...models, ...unnamed.map(({ view }) => view)];
  return {
    path: "src/models.ts",
    from: "template",
    template: "sdk/models",
    view: {
      imports: importViews([
        ...(models.length > 0 ? useType("./schema/components.js", "components") : []),
        ...unnamed.flatMap(({ uses }) => uses),
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
function unnamedBody(error: NamedError, operations: ReadonlyMap<string, Operation>, names: Names) {
  if (error.schemaName !== null) return [];
  const { operationId, status, contentType } = error.origin;
  const operation = operations.get(operationId);
  if (operation === undefined) return [];
  const { text, uses } = operationTypeAmong(operation, names);
  const key = status.kind === "default" ? '"default"' : statusKey(status);
  const type = `${text}["responses"][${key}]["content"][${JSON.stringify(contentType)}]`;
  return [{ view: modelView(names.error(error).body, type, error.schema), uses }];
}

function modelView(
  name: string,
  type: string,
  { description, deprecated }: Schema,
): DeclarationView {
  return { doc: docText([description], deprecated), text: intersectionAlias(name, [type]) };
}
