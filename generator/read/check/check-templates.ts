import { pointerTo } from "../../pointer.js";
import { warningAt } from "../../problem.js";
import { quoted } from "../../text.js";
import { isObject, type Json, type JsonObject } from "../document/document.js";
import type { Finding } from "./finding.js";
import { intendedPaths } from "./intended-path.js";

/** Paths that aren't templates (OpenAPI 3.1.1, Path Templating). */
export function templateMistakes(document: JsonObject): Finding[] {
  const read = intendedPaths(document);
  const findings = [...read].flatMap(([path, intended]): Finding[] => {
    const fault = faultOf(path, intended);
    if (fault === null) return [];
    const pointer = pointerTo("/paths", path);
    return [
      { problem: warningAt(pointer, `the path ${quoted(path)} ${fault}`, "path"), fix: null },
    ];
  });
  if ([...read].every(([path, intended]) => path === intended)) return findings;
  const replace = (paths: Json | undefined) => (isObject(paths) ? renamed(paths, read) : paths);
  return [...findings, { problem: null, fix: { node: document, key: "paths", replace } }];
}

function faultOf(path: string, intended: string): string | null {
  if (intended === `/${path}`) return `is read as ${quoted(intended)}: begin it with /`;
  if (!path.startsWith("/")) return null;
  if (intended !== path) {
    const query = /\{[?&]/.test(path) ? ", and declare the names after ? with `in: query`" : "";
    return `is read as ${quoted(intended)}: write that${query}`;
  }
  if (/[{}]/.test(path.replace(/\{[^{}]+\}/g, ""))) {
    return "has a brace without its pair, which is sent unchanged: write parameters as {name}";
  }
  return path.includes("#")
    ? "has a fragment, which is never sent: leave out the # and what follows"
    : null;
}

function renamed(paths: JsonObject, names: ReadonlyMap<string, string>): JsonObject {
  return Object.fromEntries(
    Object.entries(paths).map(([path, item]) => [names.get(path) ?? path, item]),
  );
}
