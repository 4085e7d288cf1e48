import { warningAt } from "../problem.js";
import type { Place } from "../read/document/document.js";
import type { Body, FieldEncoding } from "./api.js";
import { contentIn, examplesIn } from "./content.js";
import { childOf, entriesOf, flagIn, type ModelContext, textIn } from "./node.js";
import { serializationFrom } from "./serialization.js";

/** The request body; `null` for GET and HEAD, to which `fetch` can't add one. */
export function bodyFrom(context: ModelContext, operation: Place, method: string): Body | null {
  const place = childOf(context, operation, "requestBody");
  const content = place && contentIn(context, place);
  if (!place || !content) return null;
  if (method === "get" || method === "head") {
    const message = `a ${method.toUpperCase()} can't have a body; it is left out.`;
    context.report(warningAt(place.pointer, message, "unsupported-body"));
    return null;
  }
  const { place: media, ...said } = content;
  return {
    required: flagIn(place.node, "required"),
    description: textIn(place.node, "description"),
    encodings: encodingsFrom(context, media),
    examples: examplesIn(context, media),
    ...said,
  };
}

/** The entries of a form's Encoding Object (OpenAPI 3.1). */
function encodingsFrom(context: ModelContext, media: Place): FieldEncoding[] {
  return entriesOf(context, childOf(context, media, "encoding")).map(([name, place]) => {
    if (childOf(context, place, "headers") !== null) {
      const message = `headers of parts aren't supported: "${name}" is sent without the headers of its encoding.`;
      context.report(warningAt(place.pointer, message));
    }
    const isStyled = ["style", "explode", "allowReserved"].some((key) => key in place.node);
    return {
      name,
      contentType: textIn(place.node, "contentType"),
      serialization: isStyled ? serializationFrom(context, place, "query") : null,
    };
  });
}
