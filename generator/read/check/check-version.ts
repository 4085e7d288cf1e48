import { errorAt, type Problem } from "../../problem.js";
import type { Json, JsonObject } from "../document/document.js";
import { quoted } from "../document/quoted.js";

const read = "Swagger 2.0 and OpenAPI 3.0, 3.1 and 3.2 are read";

/** Whether the document says that it is of a version that isn't read. */
export function isOtherVersion({ openapi, swagger }: JsonObject): boolean {
  if (openapi === undefined) return swagger !== undefined && !isTwo(swagger);
  return typeof openapi !== "string" || !isRead(openapi);
}

/** What is wrong with how the document says its version, or with the version. */
export function versionProblems({ openapi, swagger }: JsonObject): Problem[] {
  if (openapi === undefined) {
    if (isTwo(swagger)) return [];
    if (swagger !== undefined)
      return [errorAt("/swagger", `version ${shown(swagger)} is not read: ${read}`)];
    return [errorAt("", `\`openapi\` is missing: write a version, as in \`openapi: "3.1.0"\``)];
  }
  if (typeof openapi !== "string") {
    const remedy = 'write it in quotation marks, as in `openapi: "3.1.0"`';
    return [errorAt("/openapi", `\`openapi\` is not text but ${shown(openapi)}: ${remedy}`)];
  }
  if (isRead(openapi)) return [];
  return [errorAt("/openapi", `version ${shown(openapi)} is not read: ${read}`)];
}

function isRead(version: string): boolean {
  return /^3\.[012](\.\d+(-.+)?)?$/.test(version);
}

/** Swagger 2.0; YAML makes a number of it where nobody quoted it. */
export function isSwagger({ openapi, swagger }: JsonObject): boolean {
  return openapi === undefined && isTwo(swagger);
}

function isTwo(swagger: Json | undefined): boolean {
  return swagger === "2.0" || swagger === "2" || swagger === 2;
}

function shown(version: Json): string {
  if (typeof version === "string") return quoted(version);
  return typeof version === "number" ? String(version) : "something else";
}
