import { pointerTo } from "../../pointer.js";
import { warningAt } from "../../problem.js";
import { quoted } from "../../text.js";
import { isObject, type Json, type JsonObject } from "../document/document.js";
import type { Finding } from "./finding.js";

/** Paths that aren't templates (OpenAPI 3.1.1, Path Templating). */
export function templateMistakes(document: JsonObject): Finding[] {
  const paths = isObject(document["paths"]) ? document["paths"] : {};
  const isRelative = (path: string) => isPath(path) && !paths[`/${path}`];
  const findings = Object.keys(paths).flatMap((path): Finding[] => {
    const fault = faultOf(path, isRelative(path));
    if (fault === null) return [];
    const pointer = pointerTo("/paths", path);
    return [
      { problem: warningAt(pointer, `the path ${quoted(path)} ${fault}`, "path"), fix: null },
    ];
  });
  if (!Object.keys(paths).some(isRelative)) return findings;
  const replace = (given: Json | undefined) =>
    withSlashes(isObject(given) ? given : paths, isRelative);
  return [...findings, { problem: null, fix: { node: document, key: "paths", replace } }];
}

/** Whether a key is a path except for its first `/`, and not a URL. */
function isPath(path: string): boolean {
  return /^[\w{][^:]*$/.test(path) && !path.startsWith("x-");
}

function faultOf(path: string, isRelative: boolean): string | null {
  if (isRelative) return `is read as ${quoted(`/${path}`)}: begin it with /`;
  if (!path.startsWith("/")) return null;
  if (/[{}]/.test(path.replace(/\{[^{}]+\}/g, ""))) {
    return "has a brace without its pair, which is sent as it is: write parameters as {name}";
  }
  return path.includes("#")
    ? "has a fragment, which is never sent: leave out the # and what follows"
    : null;
}

function withSlashes(paths: JsonObject, isRelative: (path: string) => boolean): JsonObject {
  return Object.fromEntries(
    Object.entries(paths).map(([path, item]) => [isRelative(path) ? `/${path}` : path, item]),
  );
}
