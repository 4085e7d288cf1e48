import type { Place } from "../read/document.js";
import type { Body } from "./api.js";
import { contentIn } from "./content.js";
import { childOf, flagIn, type Reading, textIn } from "./node.js";

export function bodyFrom(reading: Reading, operation: Place): Body | null {
  const place = childOf(reading, operation, "requestBody");
  const content = place && contentIn(reading, place);
  if (!place || !content) return null;
  return {
    required: flagIn(place.node, "required"),
    description: textIn(place.node, "description"),
    ...content,
  };
}
