import { pointerTo } from "../pointer.js";
import { warningAt } from "../problem.js";
import type { Place } from "../read/document/document.js";
import type { ParameterLocation, ParameterStyle, Serialization } from "./api/parameter.js";
import { contentIn, type OfferedContent } from "./content.js";
import { childOf, flagIn, type ModelContext, textIn } from "./node.js";

/**
 * The styles of each location, the default first (OpenAPI 3.1, Style Values), then those that only
 * Swagger 2.0 has.
 */
const styles: Readonly<Record<ParameterLocation, readonly [ParameterStyle, ...ParameterStyle[]]>> =
  {
    path: ["simple", "label", "matrix", "spaceSeparated", "pipeSeparated", "tabSeparated"],
    query: ["form", "spaceDelimited", "pipeDelimited", "deepObject", "tabDelimited"],
    header: ["simple", "spaceSeparated", "pipeSeparated", "tabSeparated"],
    cookie: ["form"],
  };

/** How a parameter is serialized; `null` for the default of its location. */
export function serializationFrom(
  context: ModelContext,
  place: Place,
  location: ParameterLocation,
): Serialization | null {
  const content = contentIn(context, place);
  if (content !== null) return contentSerialization(context, content);
  const { node } = place;
  const [defaultStyle] = styles[location];
  const style = styleFrom(context, place, location) ?? defaultStyle;
  // By default, only `form` is exploded.
  const explode = typeof node["explode"] === "boolean" ? node["explode"] : style === "form";
  const allowReserved = location === "query" && flagIn(node, "allowReserved");
  if (flagIn(node, "allowReserved") && !allowReserved && location !== "header") {
    const message =
      "`allowReserved` has no effect outside a query, and reserved characters are encoded: remove it";
    context.report(
      warningAt(pointerTo(place.pointer, "allowReserved"), message, "unsupported-allowReserved"),
    );
  }
  const isUsual = style === defaultStyle && explode === (defaultStyle === "form") && !allowReserved;
  return isUsual ? null : { kind: "style", style, explode, allowReserved };
}

/** Strings are sent unchanged, everything else as JSON. */
function contentSerialization(
  context: ModelContext,
  { contentType, format, place }: OfferedContent,
): Serialization | null {
  if (format === "json") return { kind: "json" };
  const { type, properties } = childOf(context, place, "schema")?.node ?? {};
  const types = Array.isArray(type) ? type : [type];
  if (!["object", "array"].some((each) => types.includes(each)) && !properties) return null;
  const message = `values can't be written as ${contentType}; they are sent as JSON: describe a text, or use application/json`;
  context.report(warningAt(place.pointer, message, "unsupported-parameter-content"));
  return { kind: "json" };
}

/** How the whole query is serialized; `null` if its content is neither a form nor JSON. */
export function querystringFrom(context: ModelContext, place: Place): Serialization | null {
  const content = contentIn(context, place);
  const format = content?.format;
  if (format !== "form" && format !== "json") {
    const message =
      "a parameter `in: querystring` without a form or JSON is left out: describe its `content`";
    context.report(warningAt(place.pointer, message, "unsupported-parameter-content"));
    return null;
  }
  if (childOf(context, content?.place ?? place, "encoding") !== null) {
    const message =
      "the `encoding` of a parameter `in: querystring` is ignored, and its fields are serialized in the default way: remove it";
    context.report(warningAt(place.pointer, message, "unused-encoding"));
  }
  return { kind: "querystring", format };
}

function styleFrom(
  { report }: ModelContext,
  { node, pointer }: Place,
  location: ParameterLocation,
): ParameterStyle | undefined {
  const given = textIn(node, "style");
  const known = styles[location].find((style) => style === given);
  if (given !== null && known === undefined) {
    const choice = styles[location].filter((style) => !/Separated$|^tab/.test(style)).join(", ");
    const message = `the style "${given}" isn't allowed for a ${location} parameter, which is serialized as ${styles[location][0]}: write one of ${choice}`;
    report(warningAt(pointerTo(pointer, "style"), message, "unsupported-style"));
  }
  return known;
}
