import { errorAt, type Problem, warningAt } from "../../problem.js";
import type { Json, JsonObject } from "../document/document.js";
import { quoted } from "../document/quoted.js";

const read = "Swagger 2.0 and OpenAPI 3.0, 3.1 and 3.2 are read";

/** Whether the document says that it is of a version that isn't read. */
export function isOtherVersion({ openapi, swagger }: JsonObject): boolean {
  if (openapi === undefined) return swagger !== undefined && !isTwo(swagger);
  return !isRead(textOf(openapi) ?? "");
}

/** The document with a version that is text: YAML takes `3.1` for a number, and `3.0` for 3. */
export function withTextVersion(document: JsonObject): JsonObject {
  const { openapi } = document;
  const text = openapi === undefined ? null : textOf(openapi);
  return text === null || text === openapi ? document : { ...document, openapi: text };
}

function textOf(version: Json): string | null {
  if (typeof version !== "number") return typeof version === "string" ? version : null;
  return Number.isInteger(version) ? `${version}.0` : String(version);
}

const quoteIt = 'write it in quotation marks, as in `openapi: "3.1.0"`';

/** What is wrong with how the document says its version, or with the version. */
export function versionProblems({ openapi, swagger }: JsonObject): Problem[] {
  if (openapi === undefined) {
    if (isTwo(swagger)) return [];
    if (swagger !== undefined)
      return [errorAt("/swagger", `version ${shown(swagger)} is not read: ${read}`)];
    return [errorAt("", `\`openapi\` is missing: write a version, as in \`openapi: "3.1.0"\``)];
  }
  const text = textOf(openapi);
  if (text !== null && isRead(text)) {
    if (text === openapi) return [];
    const message = `\`openapi\` is the number ${shown(openapi)} and is read as "${text}": ${quoteIt}`;
    return [warningAt("/openapi", message, "wrong-type")];
  }
  if (typeof openapi !== "string") {
    return [errorAt("/openapi", `\`openapi\` is not text but ${shown(openapi)}: ${quoteIt}`)];
  }
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
