import type { JsonObject } from "../read/document/document.js";
import type { Deprecation } from "./api.js";
import { deprecationMessageOf } from "./extensions.js";
import { flagIn } from "./node.js";

export function deprecationOf(node: JsonObject): Deprecation | null {
  const reason = deprecationMessageOf(node);
  return flagIn(node, "deprecated") || reason !== null ? { reason } : null;
}
