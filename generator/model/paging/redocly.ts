import type { Place } from "../../read/document/document.js";
import { ownPlace, textIn } from "../node.js";
import { type DeclaredPaging, fieldAt } from "./declaration.js";
import { pathFromPointer } from "./result-path.js";

const names = ["x-redoclyPagination", "x-redocly-pagination"];

/** Reads `x-redoclyPagination`, and its older name. */
export function redoclyPaging(operation: Place): DeclaredPaging {
  const name = names.find((each) => Object.hasOwn(operation.node, each));
  if (name === undefined) return null;
  if (operation.node[name] === false) return { kind: "none" };
  const place = ownPlace(operation, name);
  if (place === null) return null;
  const { node, pointer } = place;
  const pathOf = (key: string) => {
    const text = textIn(node, key);
    return text === null ? null : pathFromPointer(text);
  };
  const inputOf = (key: string) => fieldAt([textIn(node, key) ?? ""].filter(Boolean), "parameters");
  const common = {
    source: { kind: "extension", name } as const,
    pointer,
    items: pathOf("items"),
    size: inputOf("limitParam"),
    more: pathOf("hasMore"),
  };
  switch (textIn(node, "style")) {
    case "cursor":
      return {
        ...common,
        kind: "cursor",
        input: inputOf("cursorParam"),
        next: pathOf("nextCursor"),
      };
    case "offset":
      return { ...common, kind: "offset", input: inputOf("offsetParam") };
    case "page":
      return { ...common, kind: "page", input: inputOf("pageParam") };
    case "link":
      return { ...common, kind: "link" };
    default:
      return { kind: "unclear", pointer, reason: "its style isn't cursor, offset, page or link" };
  }
}
