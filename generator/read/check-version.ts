import { errorAt, type Problem } from "../problem.js";
import type { Json, JsonObject } from "./document.js";
import { quoted } from "./quoted.js";

const read = "OpenAPI 3.0, 3.1 and 3.2 are read";

/** Whether the document says that it is of a version that isn't read. */
export function isOtherVersion({ openapi, swagger }: JsonObject): boolean {
  if (openapi === undefined) return swagger !== undefined;
  return typeof openapi !== "string" || !isRead(openapi);
}

/** What is wrong with how the document says its version, or with the version. */
export function versionProblems({ openapi, swagger }: JsonObject): Problem[] {
  if (openapi === undefined) {
    if (swagger !== undefined) return [errorAt("/swagger", swaggerMessage(swagger))];
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

function swaggerMessage(swagger: Json): string {
  const isTwo = swagger === "2.0" || swagger === 2;
  const found = isTwo ? "Swagger 2.0 is not read yet" : "no such version is read";
  return `${found}, and this is \`swagger: ${shown(swagger)}\`: convert it to OpenAPI 3.x`;
}

function shown(version: Json): string {
  if (typeof version === "string") return quoted(version);
  return typeof version === "number" ? String(version) : "something else";
}
