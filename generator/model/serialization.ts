import { warningAt } from "../problem.js";
import type { Place } from "../read/document.js";
import type { ParameterLocation, ParameterStyle, Serialization } from "./api.js";
import { childOf, flagIn, type Reading, textIn } from "./node.js";

/** The styles that each place knows, the default first (OpenAPI 3.1, Style Values). */
const styles: Readonly<Record<ParameterLocation, readonly [ParameterStyle, ...ParameterStyle[]]>> =
  {
    path: ["simple", "label", "matrix"],
    query: ["form", "spaceDelimited", "pipeDelimited", "deepObject"],
    header: ["simple"],
    cookie: ["form"],
  };

/** How a parameter is written, or `null` where it is as its place has it by default. */
export function serializationFrom(
  reading: Reading,
  place: Place,
  location: ParameterLocation,
): Serialization | null {
  if (childOf(reading, place, "content") !== null) return { kind: "json" };
  const { node } = place;
  const [usual] = styles[location];
  const style = styleFrom(reading, place, location) ?? usual;
  // Of all styles, only form is exploded where the document doesn't say.
  const explode = typeof node["explode"] === "boolean" ? node["explode"] : style === "form";
  const allowReserved = location === "query" && flagIn(node, "allowReserved");
  const isUsual = style === usual && explode === (usual === "form") && !allowReserved;
  return isUsual ? null : { kind: "style", style, explode, allowReserved };
}

function styleFrom(
  { report }: Reading,
  { node, pointer }: Place,
  location: ParameterLocation,
): ParameterStyle | undefined {
  const given = textIn(node, "style");
  const known = styles[location].find((style) => style === given);
  if (given !== null && known === undefined) {
    const choice = styles[location].join(", ");
    const message = `the style "${given}" is none of a ${location} parameter (${choice}); it is written as ${styles[location][0]}.`;
    report(warningAt(pointer, message));
  }
  return known;
}
