import type { Place } from "../../read/document/document.js";
import { ownPlace, textIn } from "../node.js";
import type { DeclaredPaging } from "./declaration.js";

const name = "x-ms-pageable";

/** Reads `x-ms-pageable` of AutoRest. A `nextLinkName` of `null` means that there is one page. */
export function azurePaging(operation: Place): DeclaredPaging {
  const place = ownPlace(operation, name);
  if (place === null) return null;
  const { node, pointer } = place;
  // Converters write an empty object for `null`.
  if ("nextLinkName" in node && textIn(node, "nextLinkName") === null) return { kind: "none" };
  return {
    source: { kind: "extension", name },
    pointer,
    kind: "url",
    items: [textIn(node, "itemName") ?? "value"],
    next: [textIn(node, "nextLinkName") ?? "nextLink"],
  };
}
