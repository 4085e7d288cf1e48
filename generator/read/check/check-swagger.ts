import { pointerTo } from "../../pointer.js";
import { type Problem, warningAt } from "../../problem.js";
import { quoted } from "../../text.js";
import { isObject, type JsonObject } from "../document/document.js";
import { follow } from "../document/references.js";
import { pointerOf, walk } from "../document/walk.js";
import { type ListedParameter, listedIn, operationsIn } from "./listed-parameters.js";

/** What OpenAPI 3 has no equivalent of in a Swagger 2.0 document. */
export function swaggerProblems(document: JsonObject): Problem[] {
  const { paths } = document;
  const bodies = Object.entries(isObject(paths) ? paths : {}).flatMap(([path, item]) => {
    if (!isObject(item)) return [];
    const place = follow(document, { node: item, pointer: pointerTo("/paths", path) });
    if (place === null) return [];
    const shared = listedIn(document, place);
    return operationsIn(place).flatMap((operation) =>
      bodyProblems([...listedIn(document, operation), ...shared]),
    );
  });
  return [...hostProblems(document), ...bodies, ...nestedLists(document)];
}

/** A `host` has no scheme (Swagger 2.0, Swagger Object). */
function hostProblems({ host }: JsonObject): Problem[] {
  if (typeof host !== "string" || !/^https?:\/\//i.test(host)) return [];
  const message = `\`host\` is ${quoted(host)} and is read without its scheme: move the scheme to \`schemes\``;
  return [warningAt("/host", message, "host-with-scheme")];
}

/** An operation has one body (Swagger 2.0, Parameter Object). */
function bodyProblems(listed: readonly ListedParameter[]): Problem[] {
  const [body, ...others] = listed.filter((each) => each.in === "body");
  if (body === undefined) return [];
  const fields = listed.filter((each) => each.in === "formData");
  // An operation's own body may replace that of its path.
  const bodies = others.filter(({ name }) => name !== body.name);
  return [...bodies, ...fields].map(({ pointer, name, in: place }) => {
    const what = place === "body" ? "the body" : "the form field";
    const message = `an operation has one body, which is ${quoted(body.name)}, so ${what} ${quoted(name)} is left out: remove one of them`;
    return warningAt(pointer, message, "several-bodies");
  });
}

/** Lists in the list of a parameter, whose `collectionFormat` OpenAPI 3 can't express. */
function nestedLists(document: JsonObject): Problem[] {
  return walk(document, "outside-in").flatMap((visit): Problem[] => {
    const { node, kind, key, parent } = visit;
    if (kind !== "schema" || key !== "items" || parent?.kind !== "parameter") return [];
    if (!isObject(node) || node["type"] !== "array") return [];
    const message =
      "lists in the list of a parameter are sent as JSON, and their `collectionFormat` is ignored: describe a list of texts";
    return [warningAt(pointerOf(visit), message, "unsupported-collectionFormat")];
  });
}
