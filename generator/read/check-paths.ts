import { errorAt, type Problem } from "../problem.js";
import { serverProblems } from "./check-servers.js";
import { isObject, type Json, type JsonObject, pointerTo } from "./document.js";
import { quoted } from "./quoted.js";

/** Where path items are: `paths` or `webhooks`. */
interface Section {
  readonly pointer: string;
  /** What one of its keys is called. */
  readonly what: string;
}

const methods = ["get", "put", "post", "delete", "options", "head", "patch", "trace", "query"];

/** What is wrong with the shape of path items and of the operations in them. */
export function pathProblems(section: Json | undefined, { pointer, what }: Section): Problem[] {
  if (section === undefined) return [];
  if (!isObject(section)) {
    return [errorAt(pointer, `\`${pointer.slice(1)}\` is not an object: its keys are ${what}s`)];
  }
  return Object.entries(section).flatMap(([name, item]) => {
    if (name.startsWith("x-")) return [];
    const here = pointerTo(pointer, name);
    if (isObject(item)) return itemProblems(item, name, here);
    return [
      errorAt(
        here,
        `the ${what} ${quoted(name)} is not an object: its keys are methods, as \`get\``,
      ),
    ];
  });
}

function itemProblems(item: JsonObject, name: string, pointer: string): Problem[] {
  const operations = methods.flatMap((method) => {
    const operation = item[method];
    const here = pointerTo(pointer, method);
    if (operation === undefined) return [];
    if (isObject(operation)) return serverProblems(operation["servers"], `${here}/servers`);
    return [
      errorAt(here, `the operation ${method} of ${quoted(name)} is not an object: describe it`),
    ];
  });
  return [...serverProblems(item["servers"], `${pointer}/servers`), ...operations];
}
