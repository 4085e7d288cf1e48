import { errorAt, type LocatedProblem, type Problem } from "../../problem.js";
import { type Document, isObject } from "../document/document.js";
import { locate, traceIn } from "../document/locate.js";
import type { FetchedText } from "../input/fetch-text.js";
import { nestingProblem } from "./check-nesting.js";
import { commentInJson, countKeys, countKeysInText, jsonEvents } from "./json.js";
import { keepEvents, positionsIn } from "./offsets.js";
import { parseYaml } from "./yaml.js";
import { withJoinedFlows, yamlFaultOffset, yamlReason } from "./yaml-faults.js";

/**
 * The deepest nesting of a document, about 1,000 nested schemas: the model is built recursively.
 */
const deepestLevel = 2_050;

export type Parsed =
  | { readonly ok: true; readonly document: Document }
  | { readonly ok: false; readonly problems: readonly LocatedProblem[] };

/**
 * Parses JSON with `JSON.parse` and everything else as YAML. The result is finite, acyclic and of
 * moderate depth, for any input.
 */
export async function parse(source: FetchedText): Promise<Parsed> {
  const problem = notOpenAPIProblem(source.text);
  if (problem) return refused(source, problem);
  const json = parseJson(source.text);
  if (json !== undefined) {
    keepEvents(source, () => jsonEvents(source.text));
    return checked(source, json);
  }
  const comment = commentInJson(source.text);
  if (comment !== undefined) return refused(source, errorAt("", commentsInJson), comment);
  const yaml = await parseYaml(source.text);
  if (yaml.ok) {
    keepEvents(source, yaml.events);
    return checked(source, yaml.value);
  }
  const joined = withJoinedFlows(source.text);
  const retried = joined === source.text ? yaml : await parseYaml(joined);
  if (retried.ok) {
    keepEvents(source, retried.events);
    return checked(source, retried.value);
  }
  const offset = yaml.offset || (await yamlFaultOffset(source.text, yaml.reason));
  return refused(source, errorAt("", yamlReason(source.text, { ...yaml, offset })), offset);
}

async function checked(source: FetchedText, value: unknown): Promise<Parsed> {
  if (!isObject(value)) return refused(source, errorAt("", notAnObject(value)));
  const problem = nestingProblem(value, deepestLevel);
  if (problem === null) return { ok: true, document: value };
  return { ok: false, problems: await locate(traceIn(source), [problem]) };
}

function refused({ file, text }: FetchedText, problem: Problem, offset = 0): Parsed {
  return { ok: false, problems: [{ ...problem, file, ...positionsIn(text)(offset) }] };
}

/** Leaves invalid JSON and duplicate keys to the YAML parser, which reports their location. */
function parseJson(text: string): unknown {
  if (!/^\s*[{[]/.test(text)) return undefined;
  try {
    const value: unknown = JSON.parse(text);
    return countKeys(value) === countKeysInText(text) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** Recognizes common files that aren't OpenAPI documents. */
function notOpenAPIProblem(text: string): Problem | null {
  if (/^\s*<(!doctype|html|\?xml)/i.test(text)) {
    return errorAt("", "this looks like a web page: save the OpenAPI document itself, not a page");
  }
  if (!/^[ \t]*[^\s#]/m.test(text)) {
    return errorAt("", "this is empty: an OpenAPI document is an object with `openapi`, `info`, …");
  }
  return null;
}

const commentsInJson =
  "JSON doesn't allow comments: remove them, or write the document as YAML, with # before each";

function notAnObject(value: unknown): string {
  const found = Array.isArray(value) ? "an array" : value === null ? "null" : `a ${typeof value}`;
  return `this is ${found}: an OpenAPI document is an object with \`openapi\`, \`info\`, …`;
}
