import { isObject, type JsonObject, type Place } from "../../read/document/document.js";
import { listIn, ownPlace, textIn } from "../node.js";
import { type DeclaredPaging, fieldAt } from "./declaration.js";
import { pathFromJsonPath } from "./result-path.js";

const name = "x-speakeasy-pagination";

/** Reads `x-speakeasy-pagination`. */
export function speakeasyPaging(operation: Place): DeclaredPaging {
  const place = ownPlace(operation, name);
  if (place === null) return null;
  const { node, pointer } = place;
  const outputs = ownPlace(place, "outputs")?.node ?? {};
  const invalidPath = invalidPathReason(outputs);
  if (invalidPath !== null) return { kind: "unclear", pointer, reason: invalidPath };
  const pathOf = (output: string) => pathFromJsonPath(textIn(outputs, output) ?? "");
  const inputs = listIn(node, "inputs").filter(isObject);
  const inputOf = (type: string) => {
    const found = inputs.find((input) => textIn(input, "type") === type);
    const steps = found && textIn(found, "name")?.split(".");
    const isBody = found && textIn(found, "in") === "requestBody";
    return steps ? fieldAt(steps, isBody ? "body" : "parameters") : null;
  };
  const source = { kind: "extension", name } as const;
  const common = { source, pointer, items: pathOf("results"), size: inputOf("limit") };
  const page = inputOf("page");
  switch (textIn(node, "type")) {
    case "offsetLimit":
      return page
        ? { ...common, kind: "page", input: page, pages: pathOf("numPages") }
        : { ...common, kind: "offset", input: inputOf("offset") };
    case "cursor":
      return { ...common, kind: "cursor", input: inputOf("cursor"), next: pathOf("nextCursor") };
    case "url":
      return { ...common, kind: "url", next: pathOf("nextUrl") };
    default:
      return { kind: "unclear", pointer, reason: "its type isn't offsetLimit, cursor or url" };
  }
}

/** Why a path is invalid; `null` if all are valid. */
function invalidPathReason(outputs: JsonObject): string | null {
  for (const output of ["results", "numPages", "nextCursor", "nextUrl"]) {
    const text = textIn(outputs, output);
    if (text !== null && pathFromJsonPath(text) === null) {
      return `"${text}" isn't a path of names and [-1] such as $.data[-1].id`;
    }
  }
  return null;
}
