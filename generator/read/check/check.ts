import { errorAt, type Problem, warningAt } from "../../problem.js";
import { isObject, type Json, type JsonObject } from "../document/document.js";
import { pathProblems, pathRefProblems } from "./check-paths.js";
import { serverProblems } from "./check-servers.js";
import { isUnsupportedVersion, versionProblems } from "./check-version.js";

/**
 * All errors that prevent the document from being read as OpenAPI. Mistakes that can be corrected
 * or skipped aren't errors here. For a document of an unsupported version, only that is reported.
 */
export function structureProblems(document: JsonObject): Problem[] {
  const version = versionProblems(document);
  if (isUnsupportedVersion(document)) return version;
  return [
    ...version,
    ...infoProblems(document["info"]),
    ...serverProblems(document["servers"], "/servers"),
    ...contentProblems(document),
  ];
}

function infoProblems(info: Json | undefined): Problem[] {
  const remedy = "it is an object with `title` and `version`";
  if (info === undefined) return [errorAt("", `\`info\` is missing: ${remedy}`)];
  if (!isObject(info)) return [errorAt("/info", `\`info\` is not an object: ${remedy}`)];
  return ["title", "version"].flatMap((key) => {
    if (Object.hasOwn(info, key)) return [];
    return [warningAt("/info", `\`info.${key}\` is missing: the package needs one`)];
  });
}

/**
 * OpenAPI 3.0 requires `paths`; since 3.1 webhooks or components are enough. Published documents of
 * older versions may have only webhooks, as an extension, and those of Swagger 2.0 only definitions.
 */
function contentProblems(document: JsonObject): Problem[] {
  const { openapi, paths, webhooks, components, definitions } = document;
  const extended = document["x-webhooks"];
  const is30 = typeof openapi === "string" && openapi.startsWith("3.0");
  const events = [webhooks, extended];
  const others =
    openapi === undefined ? [definitions, extended] : is30 ? events : [...events, components];
  if (paths === undefined && others.every((part) => part === undefined)) {
    if (is30 || openapi === undefined) {
      return [errorAt("", "`paths` is missing: write `paths: {}` if there are none")];
    }
    return [errorAt("", "`paths` is missing, and so are `webhooks` and `components`: add one")];
  }
  return [
    ...pathProblems(paths, { pointer: "/paths", what: "path" }),
    ...pathRefProblems(document),
    ...pathProblems(webhooks, { pointer: "/webhooks", what: "webhook" }),
    ...pathProblems(extended, { pointer: "/x-webhooks", what: "webhook" }),
    ...pathProblems(pathItemsIn(components), {
      pointer: "/components/pathItems",
      what: "path item",
    }),
  ];
}

/** The named path items; an empty section without names is fine. */
function pathItemsIn(components: Json | undefined): Json | undefined {
  const pathItems = isObject(components) ? components["pathItems"] : undefined;
  const isEmpty = pathItems === null || (Array.isArray(pathItems) && pathItems.length === 0);
  return isEmpty ? undefined : pathItems;
}
