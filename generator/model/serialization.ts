import { warningAt } from "../problem.js";
import type { Place } from "../read/document/document.js";
import type { ParameterLocation, ParameterStyle, Serialization } from "./api/parameter.js";
import { contentIn } from "./content.js";
import { childOf, flagIn, type ModelContext, textIn } from "./node.js";

/** The styles of each location, the default first (OpenAPI 3.1, Style Values). */
const styles: Readonly<Record<ParameterLocation, readonly [ParameterStyle, ...ParameterStyle[]]>> =
  {
    path: ["simple", "label", "matrix"],
    query: ["form", "spaceDelimited", "pipeDelimited", "tabDelimited", "deepObject"],
    header: ["simple"],
    cookie: ["form"],
  };

/** How a parameter is serialized; `null` for the default of its location. */
export function serializationFrom(
  context: ModelContext,
  place: Place,
  location: ParameterLocation,
): Serialization | null {
  if (childOf(context, place, "content") !== null) return { kind: "json" };
  const { node } = place;
  const [defaultStyle] = styles[location];
  const style = styleFrom(context, place, location) ?? defaultStyle;
  // By default, only `form` is exploded.
  const explode = typeof node["explode"] === "boolean" ? node["explode"] : style === "form";
  const allowReserved = location === "query" && flagIn(node, "allowReserved");
  const isUsual = style === defaultStyle && explode === (defaultStyle === "form") && !allowReserved;
  return isUsual ? null : { kind: "style", style, explode, allowReserved };
}

/** How the whole query is serialized; `null` if its content is neither a form nor JSON. */
export function querystringFrom(context: ModelContext, place: Place): Serialization | null {
  const content = contentIn(context, place);
  const format = content?.format;
  if (format !== "form" && format !== "json") {
    const message =
      "a parameter in: querystring needs a form or JSON as its content; it is left out.";
    context.report(warningAt(place.pointer, message));
    return null;
  }
  if (childOf(context, content?.place ?? place, "encoding") !== null) {
    const message =
      "the encoding of a parameter in: querystring is ignored: its fields are serialized in the default way.";
    context.report(warningAt(place.pointer, message));
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
    const choice = styles[location].join(", ");
    const message = `the style "${given}" isn't allowed for a ${location} parameter (${choice}); it is serialized as ${styles[location][0]}.`;
    report(warningAt(pointer, message));
  }
  return known;
}
