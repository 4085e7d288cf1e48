import { errorAt, type Problem, warningAt } from "../../problem.js";
import { isObject, type Json, type JsonObject } from "../document/document.js";
import { pathRefProblems } from "./check-path-refs.js";
import { pathProblems } from "./check-paths.js";
import { serverProblems } from "./check-servers.js";
import { isOtherVersion, versionProblems } from "./check-version.js";

/**
 * Everything that keeps the document from being an OpenAPI document, and not only the first. What
 * can be lived with, or left out, is not an error here. Of another version than those that are read
 * nothing is said but that.
 */
export function structureProblems(document: JsonObject): Problem[] {
  const version = versionProblems(document);
  if (isOtherVersion(document)) return version;
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
 * OpenAPI 3.0 demands `paths`; since 3.1 webhooks or components are enough, and in 3.0 people publish
 * webhooks alone, as an extension. In Swagger 2.0 they publish definitions alone.
 */
function contentProblems(document: JsonObject): Problem[] {
  const { openapi, paths, webhooks, components, definitions } = document;
  const extended = document["x-webhooks"];
  const isOld = typeof openapi === "string" && openapi.startsWith("3.0");
  const events = [webhooks, extended];
  const others = openapi === undefined ? [definitions] : isOld ? events : [...events, components];
  if (paths === undefined && others.every((part) => part === undefined)) {
    if (isOld || openapi === undefined) {
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

/** Those that have a name; where nothing has one, an empty place for it is no fault. */
function pathItemsIn(components: Json | undefined): Json | undefined {
  const pathItems = isObject(components) ? components["pathItems"] : undefined;
  const isNone = pathItems === null || (Array.isArray(pathItems) && pathItems.length === 0);
  return isNone ? undefined : pathItems;
}
