import { warningAt } from "../problem.js";
import type { Place } from "../read/document.js";
import type { Body, Method } from "./api.js";
import { contentIn } from "./content.js";
import { childOf, flagIn, type Reading, textIn } from "./node.js";

/** What a request carries; `fetch` refuses to give a GET or HEAD any. */
export function bodyFrom(reading: Reading, operation: Place, method: Method): Body | null {
  const place = childOf(reading, operation, "requestBody");
  const content = place && contentIn(reading, place);
  if (!place || !content) return null;
  if (method === "get" || method === "head") {
    const message = `a ${method.toUpperCase()} can't have a body; it is left out.`;
    reading.report(warningAt(place.pointer, message));
    return null;
  }
  return {
    required: flagIn(place.node, "required"),
    description: textIn(place.node, "description"),
    ...content,
  };
}
