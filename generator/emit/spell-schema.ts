import type { JsonObject } from "../read/document/document.js";
import { aliasesFor } from "./aliases.js";
import { declareAliases } from "./declare-aliases.js";
import { isRest } from "./open-enums.js";
import {
  astToString,
  type GlobalContext,
  NEVER,
  NUMBER,
  type OpenAPI3,
  resolveRef,
  STRING,
  transformSchema,
  tsIntersection,
  tsRecord,
} from "./openapi-typescript/openapi-typescript.js";
import type { SchemaParts } from "./schema-parts.js";
import { splitSchema } from "./split-schema.js";

/** The types of a document that openapi-typescript understands, in its words. Loads the compiler. */
export function spellSchema(document: JsonObject): SchemaParts {
  // What was read is JSON of unknown shape; openapi-typescript is written for documents with slips.
  const schema = document as unknown as OpenAPI3;
  const options = { silent: true };
  const nodes = transformSchema(schema, {
    ...settings,
    injectFooter: [],
    transform: (schema) => (isRest(schema) ? restType(schema.type) : undefined),
    resolve: (ref) => resolveRef(schema, ref, options),
  });
  return splitSchema(declareAliases(nodes, aliasesFor(document)), (node) =>
    indentedByTwo(astToString(node)),
  );
}

/** Any text or number: the intersection keeps it from swallowing the values that stand beside it. */
function restType(type: unknown) {
  return tsIntersection([type === "number" ? NUMBER : STRING, tsRecord(NEVER, NEVER)]);
}

const settings: Omit<GlobalContext, "injectFooter" | "resolve" | "transform"> = {
  additionalProperties: false,
  alphabetize: false,
  arrayLength: false,
  defaultNonNullable: false,
  emptyObjectsUnknown: true,
  enum: false,
  enumValues: false,
  conditionalEnums: false,
  dedupeEnums: false,
  // What they say stands in the schemas that they tell apart.
  discriminators: { objects: {}, refsHandled: [] },
  excludeDeprecated: false,
  exportType: false,
  immutable: false,
  pathParamsAsTypes: false,
  postTransform: undefined,
  propertiesRequiredByDefault: false,
  rootTypes: false,
  rootTypesNoSchemaPrefix: false,
  rootTypesKeepCasing: false,
  // Only the bundling that is left out would ask it.
  redoc: undefined as unknown as GlobalContext["redoc"],
  silent: true,
  transformProperty: undefined,
  makePathsEnum: false,
  generatePathParams: false,
  readWriteMarkers: false,
};

/** TypeScript's printer indents by four; the rest of the package does by two. */
function indentedByTwo(text: string): string {
  return text.replace(/^( {4})+/gm, (indent) => " ".repeat(indent.length / 2));
}
