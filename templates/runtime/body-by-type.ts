import { isBytes, rawBody } from "./body-raw.js";
import { matchingType } from "./media-type.js";
import type { BodySettings, BodyWriter, RequestBody } from "./operation.js";

/**
 * A body with several media types, or with a range such as `image/*`.
 *
 * The option `contentType` chooses. Without it, a `Blob` is sent with its own type if that is
 * documented, other raw content with the first type for it, and everything else with the first.
 *
 * @param bodies by media type, the default first.
 */
export function bodyByType(bodies: Readonly<Record<string, BodyWriter | RequestBody>>): BodyWriter {
  const types = Object.keys(bodies);
  return (fields, _, options = {}) => {
    const { contentType = typeOfValue(bodies, fields) } = options;
    const type = matchingType(types, contentType);
    const body = type === undefined ? undefined : bodies[type];
    if (body === undefined) {
      throw new TypeError(`the contentType "${contentType}" isn't one of ${types.join(", ")}`);
    }
    // A range can't be sent, so the writer's own media type is.
    const sent = contentType.includes("*") ? {} : { contentType };
    return typeof body === "function"
      ? body(fields, sent, options)
      : body.write(fields, { ...body, ...sent }, options);
  };
}

/** The media type that fits the value of a body best. */
function typeOfValue(
  bodies: Readonly<Record<string, BodyWriter | RequestBody>>,
  fields: Readonly<Record<string, unknown>>,
): string {
  const [usual = ""] = Object.keys(bodies);
  const raw = Object.keys(bodies).filter((type) => settingsOf(bodies[type]).write === rawBody);
  const { field = "" } = settingsOf(bodies[raw[0] ?? ""]);
  const value = fields[field];
  if (value instanceof Blob && matchingType(raw, value.type)) return value.type;
  // If the default body has no field of its own, it has no value there.
  const isOfUsual = settingsOf(bodies[usual]).field === field && !isBytes(value);
  return value === undefined || raw.includes(usual) || isOfUsual ? usual : (raw[0] ?? usual);
}

function settingsOf(
  body: BodyWriter | RequestBody | undefined,
): BodySettings & { readonly write?: BodyWriter } {
  return typeof body === "object" ? body : {};
}
