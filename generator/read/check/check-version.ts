import { errorAt, type Problem, warningAt } from "../../problem.js";
import { quoted } from "../../text.js";
import type { Json, JsonObject } from "../document/document.js";

const supportedVersions = "use Swagger 2.0 or OpenAPI 3.0, 3.1 or 3.2";

/** Whether the document declares a version that isn't supported. */
export function isUnsupportedVersion({ openapi, swagger }: JsonObject): boolean {
  if (openapi === undefined) return swagger !== undefined && !isVersion2(swagger);
  return !isSupported(textOf(openapi) ?? "");
}

/** The document with its version as a string: YAML reads `3.1` as a number, and `3.0` as 3. */
export function withTextVersion(document: JsonObject): JsonObject {
  const { openapi } = document;
  const text = openapi === undefined ? null : textOf(openapi);
  return text === null || text === openapi ? document : { ...document, openapi: text };
}

function textOf(version: Json): string | null {
  if (typeof version !== "number") return typeof version === "string" ? version : null;
  return Number.isInteger(version) ? `${version}.0` : String(version);
}

const quoteVersion = 'write it in quotation marks, as in `openapi: "3.1.0"`';

/** Reports a version that is missing, malformed or unsupported. */
export function versionProblems({ openapi, swagger }: JsonObject): Problem[] {
  if (openapi === undefined) {
    if (isVersion2(swagger)) return [];
    if (swagger !== undefined)
      return [
        errorAt("/swagger", `version ${shown(swagger)} isn't supported: ${supportedVersions}`),
      ];
    return [errorAt("", `\`openapi\` is missing: write a version, as in \`openapi: "3.1.0"\``)];
  }
  const text = textOf(openapi);
  if (text !== null && isSupported(text)) {
    if (text === openapi) return [];
    const message = `\`openapi\` is the number ${shown(openapi)} and is read as "${text}": ${quoteVersion}`;
    return [warningAt("/openapi", message, "wrong-type")];
  }
  if (typeof openapi !== "string") {
    return [errorAt("/openapi", `\`openapi\` is not text but ${shown(openapi)}: ${quoteVersion}`)];
  }
  return [errorAt("/openapi", `version ${shown(openapi)} isn't supported: ${supportedVersions}`)];
}

function isSupported(version: string): boolean {
  return /^3\.[012](\.\d+(-.+)?)?$/.test(version);
}

/** Whether the document is Swagger 2.0; YAML reads an unquoted `2.0` as a number. */
export function isSwagger({ openapi, swagger }: JsonObject): boolean {
  return openapi === undefined && isVersion2(swagger);
}

function isVersion2(swagger: Json | undefined): boolean {
  return swagger === "2.0" || swagger === "2" || swagger === 2;
}

function shown(version: Json): string {
  if (typeof version === "string") return quoted(version);
  return typeof version === "number" ? String(version) : "something else";
}
