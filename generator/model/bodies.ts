import { warningAt } from "../problem.js";
import type { Place } from "../read/document/document.js";
import type { Body, BodyContent, FieldEncoding, PartHeader } from "./api/payload.js";
import type { Field } from "./api/schema.js";
import { contentsIn, type OfferedContent } from "./content.js";
import { childOf, entriesOf, flagIn, type ModelContext, textIn } from "./node.js";
import { fieldFrom } from "./parameters.js";
import { serializationFrom } from "./serialization.js";

/** The request body; `null` for GET and HEAD, to which `fetch` can't add one. */
export function bodyFrom(context: ModelContext, operation: Place, method: string): Body | null {
  const place = childOf(context, operation, "requestBody");
  const [defaultContent, ...others] = place ? contentsIn(context, place) : [];
  if (!place || !defaultContent) return null;
  if (method === "get" || method === "head") {
    const message = `the body of a ${method.toUpperCase()} is left out, since \`fetch\` can't send it: describe parameters, or use another method`;
    context.report(warningAt(place.pointer, message, "unsupported-body"));
    return null;
  }
  return {
    required: flagIn(place.node, "required"),
    description: textIn(place.node, "description"),
    ...bodyContent(context, defaultContent),
    alternatives: others.map((content) => bodyContent(context, content)),
  };
}

function bodyContent(context: ModelContext, { place, ...content }: OfferedContent): BodyContent {
  // A range without a schema takes any content, which only the caller can write.
  const isAny = content.contentType.includes("*") && content.schema.kind === "unknown";
  const format = isAny && content.format === "json" ? "binary" : content.format;
  return { ...content, format, encodings: encodingsFrom(context, place) };
}

/** The entries of a form's Encoding Object (OpenAPI 3.1). */
function encodingsFrom(context: ModelContext, media: Place): FieldEncoding[] {
  return entriesOf(context, childOf(context, media, "encoding")).map(([name, place]) => {
    const isStyled = ["style", "explode", "allowReserved"].some((key) => key in place.node);
    return {
      name,
      contentType: textIn(place.node, "contentType"),
      serialization: isStyled ? serializationFrom(context, place, "query") : null,
      headers: partHeadersFrom(context, place),
    };
  });
}

/** `Content-Type` is left out: `contentType` describes it (OpenAPI 3.1, Encoding Object). */
function partHeadersFrom(context: ModelContext, encoding: Place): PartHeader[] {
  const headers = entriesOf(context, childOf(context, encoding, "headers"));
  return headers.flatMap(([name, place]): PartHeader[] => {
    if (/^content-(type|disposition)$/i.test(name)) return [];
    const value = fixedValue(fieldFrom(context, name, place));
    if (value !== null) return [{ name, value }];
    const message = `the header "${name}" is sent only with files that name it in \`headers\`: give its schema a \`const\` or a \`default\``;
    context.report(warningAt(place.pointer, message, "unsupported-part-header"));
    return [];
  });
}

/** The only value of a header, or its default. */
function fixedValue({ schema }: Field): string | null {
  const [only, ...others] = schema.kind === "enum" && !schema.isOpen ? schema.values : [];
  const value = others.length === 0 && only !== undefined ? only : schema.default?.value;
  return typeof value === "object" || value === undefined ? null : String(value);
}
