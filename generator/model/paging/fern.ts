import { isObject, type Place } from "../../read/document/document.js";
import { ownPlace, textIn } from "../node.js";
import { type DeclaredPaging, fieldAt } from "./declaration.js";
import { pathFromDots } from "./result-path.js";

const name = "x-fern-pagination";

/** Reads `x-fern-pagination`; `true` selects the declaration of the whole document. */
export function fernPaging(operation: Place, root: Place): DeclaredPaging {
  const value = operation.node[name];
  const place = ownPlace(value === true ? root : operation, name);
  if (place === null) {
    const pointer = `${operation.pointer}/${name}`;
    const reason = "the document has no x-fern-pagination to apply";
    return value === true ? { kind: "unclear", pointer, reason } : null;
  }
  const { node, pointer } = place;
  if (!isObject(node)) return null;
  const response = (key: string) => {
    const text = textIn(node, key);
    return text === null ? null : pathFromDots(text.replace(/^\$response\.?/, ""));
  };
  const request = (key: string) => {
    const text = textIn(node, key);
    return text === null ? null : fieldAt(text.replace(/^\$request\./, "").split("."));
  };
  const common = {
    source: { kind: "extension", name } as const,
    pointer,
    items: response("results"),
    more: response("has-next-page"),
  };
  if ("cursor" in node) {
    const next = response("next_cursor");
    return { ...common, kind: "cursor", input: request("cursor"), next };
  }
  if ("offset" in node) {
    // With the size of a step the offset counts items, without it pages.
    const size = request("step");
    return { ...common, kind: size ? "offset" : "page", input: request("offset"), size };
  }
  const next = response("next_uri") ?? response("next_path");
  if (next) return { ...common, kind: "url", next };
  return { kind: "unclear", pointer, reason: "it has no cursor, offset or next_uri" };
}
