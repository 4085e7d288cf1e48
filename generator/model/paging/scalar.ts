import { pointerTo } from "../../pointer.js";
import { isObject, type JsonObject, type Place } from "../../read/document/document.js";
import { listIn, ownPlace, textIn } from "../node.js";
import { type DeclaredPaging, fieldAt, type PagingDeclaration } from "./declaration.js";
import { pathFromDots } from "./result-path.js";

const name = "x-scalar-pagination";

const kinds: Readonly<Record<string, PagingDeclaration["kind"]>> = {
  offset: "offset",
  pageNumber: "page",
  cursor: "cursor",
  cursorId: "cursor",
  cursorUrl: "url",
};

/** Reads `x-scalar-pagination`: a scheme, the name of a scheme of the document, or `false`. */
export function scalarPaging(operation: Place, root: Place): DeclaredPaging {
  const value = operation.node[name];
  if (value === undefined || value === null) return null;
  if (value === false) return { kind: "none" };
  const pointer = pointerTo(operation.pointer, name);
  const scheme = isObject(value)
    ? value
    : listIn(root.node, name)
        .filter(isObject)
        .find((each) => textIn(each, "name") === value);
  if (scheme === undefined) {
    return { kind: "unclear", pointer, reason: "the document has no scheme of this name" };
  }
  const kind = kinds[textIn(scheme, "type") ?? ""];
  // `fakePage` is a list that has one page.
  if (textIn(scheme, "type") === "fakePage") return { kind: "none" };
  if (kind === undefined) return { kind: "unclear", pointer, reason: "its type isn't known" };
  return declarationFrom(scheme, kind, pointer);
}

function declarationFrom(
  scheme: JsonObject,
  kind: PagingDeclaration["kind"],
  pointer: string,
): DeclaredPaging {
  const request = partsOf(scheme, "request");
  const response = partsOf(scheme, "response");
  const inputOf = (...types: readonly string[]) => {
    const part = request.find((each) => types.includes(textIn(each, "type") ?? ""));
    if (part === undefined) return null;
    const isBody = textIn(part, "location") === "body";
    const steps = (isBody ? textIn(part, "path") : null) ?? textIn(part, "param") ?? "";
    return fieldAt(isBody ? steps.split(".") : [steps], isBody ? "body" : "parameters");
  };
  const outputOf = (type: string) => response.find((each) => textIn(each, "type") === type);
  const pathOf = (type: string) => {
    const part = outputOf(type);
    return part ? pathFromDots(textIn(part, "path") ?? "") : null;
  };
  const next = outputOf("cursor") ?? outputOf("cursorUrl") ?? outputOf("cursorId");
  const header = next && textIn(next, "location") === "header" && textIn(next, "headerName");
  const items = pathOf("items");
  const id = next && textIn(next, "type") === "cursorId" ? lastItem(next, items) : null;
  return {
    source: { kind: "extension", name },
    pointer,
    kind: next && textIn(next, "location") === "linkHeader" ? "link" : kind,
    input: inputOf("cursor", "cursorId", "offset", "pageNumber", "page"),
    size: inputOf("pageSize", "limit"),
    items,
    next: header || id || (next ? pathFromDots(textIn(next, "path") ?? "") : null),
    more: pathOf("hasMore"),
    total: pathOf("total"),
    pages: pathOf("totalPages"),
  };
}

/** The path to the cursor in the last item of a page. */
function lastItem(part: JsonObject, items: readonly (string | -1)[] | null) {
  const field = textIn(part, "itemCursor") ?? textIn(part, "cursorPath") ?? "id";
  return [...(items ?? []), -1 as const, ...pathFromDots(field)];
}

/** The parts of a scheme: a list of objects with a `type`, or a map by type. */
function partsOf(scheme: JsonObject, key: string): JsonObject[] {
  const place = ownPlace({ node: scheme, pointer: "" }, key);
  if (place === null) return listIn(scheme, key).filter(isObject);
  return Object.entries(place.node).flatMap(([type, part]) =>
    isObject(part) ? [{ type, ...part }] : [],
  );
}
