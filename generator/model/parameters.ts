import { pointerTo } from "../pointer.js";
import { type Problem, warningAt } from "../problem.js";
import type { JsonObject, Place } from "../read/document/document.js";
import { follow } from "../read/document/references.js";
import { quoted } from "../text.js";
import type { Operation } from "./api/operation.js";
import type { Parameter, ParameterLocation } from "./api/parameter.js";
import type { Field } from "./api/schema.js";
import { contentIn, exampleIn, examplesIn } from "./content.js";
import {
  deprecationOf,
  globalParametersIn,
  isHiddenGlobal,
  parameterNameOf,
} from "./extensions.js";
import { flagIn, itemsOf, type ModelContext, memoizeByPlace, nameIn, textIn } from "./node.js";
import { schemaIn } from "./schema/schemas.js";
import { querystringFrom, serializationFrom } from "./serialization.js";

/** The parameters that a client sets for all calls, by location and name. */
export type Globals = ReadonlyMap<string, "shown" | "hidden">;

export function globalsFrom({ document }: ModelContext, root: Place): Globals {
  const globals = globalParametersIn(root).flatMap((place): [string, "shown" | "hidden"][] => {
    const target = follow(document, place);
    const key = target && keyOf(target.node);
    if (!key) return [];
    return [[key, isHiddenGlobal(place.node) || isHiddenGlobal(target.node) ? "hidden" : "shown"]];
  });
  return new Map(globals);
}

/** The parameters of an operation: its own, and those of its path that it doesn't override. */
export function parametersFrom(
  context: ModelContext,
  pathItem: Place,
  operation: Place,
  globals: Globals = new Map(),
): Pick<Operation, "parameters" | "idempotencyHeader"> {
  const own = itemsOf(context, operation, "parameters");
  const shared = itemsOf(context, pathItem, "parameters");
  const parameters = new Map<string, Parameter>();
  for (const place of [...shared, ...own]) {
    const parameter = parameterFrom(context, place);
    const key = keyOf(place.node);
    if (parameter) parameters.set(key, { ...parameter, global: globals.get(key) ?? null });
  }
  const isIdempotencyKey = (parameter: Parameter) =>
    parameter.in === "header" && /^(x-)?idempotency-key$/i.test(parameter.name);
  const all = [...parameters.values()];
  return {
    // The idempotency key is an option of the call, because the runtime sets it by default.
    parameters: all.filter((parameter) => !isIdempotencyKey(parameter)),
    idempotencyHeader: all.find(isIdempotencyKey)?.name ?? null,
  };
}

function keyOf(node: JsonObject): string {
  return `${textIn(node, "in")} ${nameIn(node)}`;
}

const parameterFrom = memoizeByPlace((context, place): Omit<Parameter, "global"> | null => {
  const { node } = place;
  const name = nameIn(node);
  const location = locationFrom(textIn(node, "in"));
  if (name === null || location === null) {
    context.report(incomplete(place));
    return null;
  }
  // These are set by the security schemes and the body (OpenAPI 3.1, Parameter Object; Fetch, 2.2.2).
  if (location === "header" && /^(accept|content-type|content-length|authorization)$/i.test(name)) {
    return null;
  }
  const isWholeQuery = textIn(node, "in") === "querystring";
  const serialization = isWholeQuery
    ? querystringFrom(context, place)
    : serializationFrom(context, place, location);
  if (isWholeQuery && serialization === null) return null;
  const field = fieldFrom(context, name, place);
  return {
    ...field,
    in: location,
    alias: parameterNameOf(node),
    required: location === "path" || field.required,
    examples: examplesIn(context, place),
    serialization,
  };
});

/** Reports a parameter that is left out, because its name or location is missing or unknown. */
function incomplete({ node, pointer }: Place): Problem {
  const locations = "path, query, querystring, header or cookie";
  const location = textIn(node, "in");
  const [at, message] =
    nameIn(node) === null
      ? [pointer, "a parameter without a `name` is left out: add it"]
      : location === null
        ? [pointer, `a parameter without \`in\` is left out: write ${locations}`]
        : [
            pointerTo(pointer, "in"),
            `a parameter in ${quoted(location)} is left out: write ${locations}`,
          ];
  return warningAt(at, message, "incomplete-parameter");
}

/** The common part of a Parameter Object and a Header Object. */
export function fieldFrom(context: ModelContext, name: string, place: Place): Field {
  const { node } = place;
  const schema = contentIn(context, place)?.schema ?? schemaIn(context, place, "schema");
  return {
    name,
    required: flagIn(node, "required"),
    description: textIn(node, "description") ?? schema.description,
    deprecated: deprecationOf(node) ?? schema.deprecated,
    schema,
    example: exampleIn(context, place) ?? schema.example,
  };
}

/** A parameter `in: querystring` is a query parameter with another serialization. */
function locationFrom(text: string | null): ParameterLocation | null {
  if (text === "querystring") return "query";
  return text === "path" || text === "query" || text === "header" || text === "cookie"
    ? text
    : null;
}
