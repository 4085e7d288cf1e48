import {
  astToString,
  type OpenAPI3,
  resolveRef,
  settings,
  transformSchema,
} from "../../generator/emit/schema-module.js";
import { apiFrom } from "../../generator/model/model.js";
import { identityFrom } from "../../generator/plan/names/identity.js";
import { type Names, namesFor } from "../../generator/plan/names/names.js";
import type { Json, JsonObject } from "../../generator/read/document/document.js";
import { isObject } from "../../generator/read/document/document.js";
import { rewritten } from "../../generator/read/document/rewrite.js";
import { read } from "../../generator/read/read.js";
import { openapiTypescriptDiffers } from "./referee-exceptions.js";

/** Modules to compile beside the `src/models.ts` of a package: an error in `referee.ts` is a disagreement. */
export interface Referee {
  /** What openapi-typescript prints for the document. */
  readonly theirs: string;
  /** A line for each schema that is compared. */
  readonly referee: string;
  /** The schemas that aren't, with the reason. */
  readonly left: ReadonlyMap<string, string>;
}

/** @see refereeFor; `null` where the document can't be read. */
export async function refereeOf(file: string): Promise<Referee | null> {
  const reading = await read(file);
  if (!reading.ok) return null;
  const { document } = reading.source;
  const api = apiFrom(document);
  const { className, methodNames } = identityFrom(api, {});
  const named = api.schemas.map(({ name }) => name);
  return refereeFor(document, named, namesFor(api, className, methodNames));
}

/**
 * openapi-typescript as the judge of our models: it reads the document itself, and not the model.
 *
 * @param named the schemas with a type: request forms that nothing names have none.
 */
export function refereeFor(document: JsonObject, named: readonly string[], names: Names): Referee {
  const judged = withoutMarks(document);
  const schemas = schemasIn(judged);
  const left = openapiTypescriptDiffers(schemas);
  const compared = named.filter((name) => Object.hasOwn(schemas, name) && !left.has(name));
  return { theirs: printed(judged), referee: comparisons(compared, names), left };
}

function printed(document: JsonObject): string {
  // The document was read and checked; openapi-typescript declares a type for it.
  const schema = document as unknown as OpenAPI3;
  const options = { silent: true };
  const nodes = transformSchema(schema, {
    ...settings,
    injectFooter: [],
    transform: undefined,
    resolve: (ref) => resolveRef(schema, ref, options),
  });
  return astToString(nodes);
}

function comparisons(compared: readonly string[], names: Names): string {
  const lines = compared.map((name, index) => {
    const theirs = `components["schemas"][${JSON.stringify(name)}]`;
    return `export const agree${index}: Agree<ours.${names.model(name).type}, ${theirs}> = true;`;
  });
  return [
    'import type { Agree } from "../agree.js";',
    'import type * as ours from "./src/models.js";',
    'import type { components } from "./theirs.js";',
    "",
    ...lines,
    "",
  ].join("\n");
}

/** Without operations, which are no schemas, and without what only openapi-typescript's readers understand. */
function withoutMarks(document: JsonObject): JsonObject {
  const { paths: _, webhooks: _webhooks, ...rest } = document;
  const stripped = rewritten(rest, (part, kind) => {
    if (kind !== "schema" || !isObject(part)) return part;
    // The document is one of 3.1, where `nullable` is no keyword.
    const { discriminator: _d, readOnly: _r, writeOnly: _w, nullable: _n, ...kept } = part;
    const isOpen = kept["x-speakeasy-unknown-values"] === "allow";
    return isOpen
      ? Object.fromEntries(Object.entries(kept).filter(([key]) => key !== "enum"))
      : kept;
  });
  return stripped;
}

function schemasIn({ components }: JsonObject): Readonly<Record<string, Json>> {
  const schemas = isObject(components) ? components["schemas"] : undefined;
  return isObject(schemas) ? schemas : {};
}

/**
 * The models that openapi-typescript reads otherwise, a line each.
 *
 * @param errors what a compiler says of `referee.ts`.
 */
export function disagreementsIn(errors: readonly string[], { referee }: Referee): string[] {
  const lines = referee.split("\n");
  return errors.flatMap((error) => {
    const [, line = "", code = "", message = ""] =
      /referee\.ts\((\d+),\d+\): error (TS\d+): (.*)$/.exec(error) ?? [];
    // Types that contain themselves through lists alone can't be walked.
    if (line === "" || code === "TS2589") return [];
    const [, name] = /\["schemas"\]\["(.*)"\]/.exec(lines[Number(line) - 1] ?? "") ?? [];
    return `${name ?? line}: ${/"((?:ours|theirs) [a-z ]+)"/.exec(message)?.[1] ?? message}`;
  });
}
