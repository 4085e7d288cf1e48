import type { JsonObject } from "../read/document.js";
import { aliasesFor } from "./aliases.js";
import { withContentParameters } from "./content-parameters.js";
import { withoutDeepReferences } from "./deep-references.js";
import { withoutDeepSchemas } from "./deep-schemas.js";
import { withoutEndlessSchemas } from "./endless.js";
import { isRest, withOpenEnums } from "./open-enums.js";
import type { GlobalContext, OpenAPI3 } from "./openapi-typescript.js";
import { withOtherMethods } from "./other-methods.js";
import { withoutPercents, withPercents } from "./percent.js";
import { withoutRepeatedIds } from "./repeated-ids.js";

/** @see schemaText */
export type SchemaText = (document: JsonObject) => Promise<string>;

/**
 * The types of a document as openapi-typescript writes them.
 *
 * Its transforms are called without the bundling and linting that go before them: the document has
 * been read and checked already.
 *
 * @param document as published: an upgraded one would give other types.
 */
export async function schemaText(document: JsonObject): Promise<string> {
  const openapi = await import("./openapi-typescript.js");
  const { declareAliases } = await import("./declare-aliases.js");
  const repairs = [
    withoutDeepSchemas,
    withoutDeepReferences,
    withoutRepeatedIds,
    withOtherMethods,
    withoutEndlessSchemas,
    withOpenEnums,
    withContentParameters,
  ];
  const spellable = repairs.reduce((repaired, repair) => repair(repaired), document);
  try {
    return spelled(spellable, openapi, declareAliases);
  } catch (thrown) {
    if (!(thrown instanceof URIError)) throw thrown;
    return withPercents(spelled(withoutPercents(spellable), openapi, declareAliases));
  }
}

function spelled(
  document: JsonObject,
  openapi: OpenapiTypescript,
  declareAliases: Declare,
): string {
  const { astToString, resolveRef, transformSchema } = openapi;
  // What was read is JSON of unknown shape; openapi-typescript is written for documents with slips.
  const schema = document as unknown as OpenAPI3;
  const options = { silent: true };
  const nodes = transformSchema(schema, {
    ...settings,
    injectFooter: [],
    transform: (schema) => (isRest(schema) ? restType(schema.type, openapi) : undefined),
    resolve: (ref) => resolveRef(schema, ref, options),
  });
  const aliases = aliasesFor(document);
  return `${header}${indentedByTwo(astToString(declareAliases(nodes, aliases)))}`;
}

/** Any text or number: the intersection keeps it from swallowing the values that stand beside it. */
function restType(
  type: unknown,
  { NEVER, NUMBER, STRING, tsIntersection, tsRecord }: OpenapiTypescript,
) {
  return tsIntersection([type === "number" ? NUMBER : STRING, tsRecord(NEVER, NEVER)]);
}

type OpenapiTypescript = typeof import("./openapi-typescript.js");
type Declare = typeof import("./declare-aliases.js").declareAliases;

const header = "// The document's types, as openapi-typescript names them.\n\n";

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
