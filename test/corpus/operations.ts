import { dirname, resolve } from "node:path";
import { isLoose, type Loose } from "./document.js";

const methods = new Set("get put post delete options head patch trace query".split(" "));

/** Path items that refer to one another in a circle are given up at this depth. */
const deepest = 8;

/**
 * How many operations a document has below its `paths`, but those that it tells us to ignore.
 *
 * The count is what the emitted package is held to, so it is made from the raw files.
 *
 * @param load gives what a file holds, by its path.
 */
export function countOperations(file: string, load: (file: string) => unknown): number {
  const document = load(file);
  const paths = isLoose(document) && isLoose(document["paths"]) ? document["paths"] : {};
  return Object.entries(paths)
    .filter(([path]) => !path.startsWith("x-"))
    .map(([, item]) => operationsIn(item, file, load, 0).size)
    .reduce((sum, count) => sum + count, 0);
}

/** The methods of a path item, those of the item that it refers to included. */
function operationsIn(
  item: unknown,
  file: string,
  load: (file: string) => unknown,
  depth: number,
): Set<string> {
  if (!isLoose(item) || isIgnored(item) || depth > deepest) return new Set();
  const found = new Set(Object.keys(item).filter((key) => methods.has(key) && counts(item[key])));
  const more = item["additionalOperations"];
  if (isLoose(more)) for (const key of Object.keys(more)) if (counts(more[key])) found.add(key);
  if (typeof item["$ref"] !== "string") return found;
  const target = targetOf(item["$ref"], file, load);
  const inherited = operationsIn(target.value, target.file, load, depth + 1);
  return new Set([...found, ...inherited]);
}

function counts(operation: unknown): boolean {
  return isLoose(operation) && !isIgnored(operation);
}

function isIgnored(node: Loose): boolean {
  return node["x-speakeasy-ignore"] === true || node["x-fern-ignore"] === true;
}

function targetOf(ref: string, from: string, load: (file: string) => unknown) {
  const [path = "", pointer = ""] = ref.split("#");
  const file = path === "" ? from : resolve(dirname(from), decodeURIComponent(path));
  const keys = pointer.split("/").slice(1).map(unescaped);
  const value = keys.reduce<unknown>(
    (node, key) =>
      Array.isArray(node) ? node[Number(key)] : isLoose(node) ? node[key] : undefined,
    load(file),
  );
  return { file, value };
}

function unescaped(segment: string): string {
  return decodeURIComponent(segment).replaceAll("~1", "/").replaceAll("~0", "~");
}
