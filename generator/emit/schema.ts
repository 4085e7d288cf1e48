import type { JsonObject } from "../read/document/document.js";
import { withoutEndlessSchemas } from "./break-cycles.js";
import { withContentParameters } from "./content-parameters.js";
import { withoutDeepReferences } from "./deep-references.js";
import { withoutDeepSchemas } from "./deep-schemas.js";
import { withOpenEnums } from "./open-enums.js";
import { withOtherMethods } from "./other-methods.js";
import { withoutPercents, withPercents } from "./percent.js";
import { withoutRepeatedIds } from "./repeated-ids.js";
import { type SchemaParts, withTexts } from "./schema-parts.js";

/** @see schemaParts */
export type MakeSchema = (document: JsonObject) => Promise<SchemaParts>;

/**
 * The types of a document as openapi-typescript writes them.
 *
 * Its transforms are called without the bundling and linting that go before them: the document has
 * been read and checked already.
 *
 * @param document as published: an upgraded one would give other types.
 */
export async function schemaParts(document: JsonObject): Promise<SchemaParts> {
  const { spellSchema } = await import("./spell-schema.js");
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
    return spellSchema(spellable);
  } catch (thrown) {
    if (!(thrown instanceof URIError)) throw thrown;
    return withTexts(spellSchema(withoutPercents(spellable)), withPercents);
  }
}
