import { pointerTo } from "../../pointer.js";
import { isObject, type JsonObject, type Place } from "../document/document.js";
import { follow } from "../document/references.js";
import { listedIn, operationsIn } from "./listed-parameters.js";

/**
 * The path that was meant by each key of `paths`. A path lacks its first `/`, or has expressions of
 * URI templates (RFC 6570), which OpenAPI doesn't have: `/a{?b,c}` is `/a`, and `/{+d}` is `/{d}` if
 * a path parameter is called `d`. A path stays as it is if another one is the same.
 */
export function intendedPaths(document: JsonObject): Map<string, string> {
  const paths = isObject(document["paths"]) ? document["paths"] : {};
  const taken = new Set(Object.keys(paths));
  const read = Object.keys(paths).map((path): [string, string] => {
    const intended = isRelative(path) ? `/${path}` : withoutExpressions(document, paths, path);
    if (taken.has(intended)) return [path, path];
    taken.add(intended);
    return [path, intended];
  });
  return new Map(read);
}

/** Whether a key is a path except for its first `/`, and not a URL. */
function isRelative(path: string): boolean {
  return /^[\w{][^:]*$/.test(path) && !path.startsWith("x-");
}

const expression = /\{[?&+#./;]|[*+]\}|\{[\w.-]+[:=]/;

function withoutExpressions(document: JsonObject, paths: JsonObject, path: string): string {
  const item = paths[path];
  if (!path.startsWith("/") || !expression.test(path) || !isObject(item)) return path;
  const place = follow(document, { node: item, pointer: pointerTo("/paths", path) });
  const names = place === null ? new Set<string>() : pathParametersOf(document, place);
  return path
    .replace(/\{[?&][^{}]*\}/g, "")
    .replace(
      /\{([+./]?)([\w.-]+?)(?:[*+]|[:=][^{}]*)?\}/g,
      (whole, operator: string, name: string) => {
        if (names.has(whole.slice(1, -1)) || !names.has(name)) return whole;
        return operator === "+" ? `{${name}}` : `${operator}{${name}}`;
      },
    );
}

function pathParametersOf(document: JsonObject, item: Place): Set<string> {
  const listed = [item, ...operationsIn(item)].flatMap((place) => listedIn(document, place));
  return new Set(listed.flatMap((each) => (each.in === "path" ? [each.name] : [])));
}
