import type { Operation } from "../../model/api/operation.js";
import { isAction, isPlural, isPreposition, isSameNoun, singularOf } from "./english.js";
import { wordsOf } from "./words.js";

/** The properties of an operation that its id may repeat. */
type Identified = Pick<Operation, "id" | "method" | "path">;

/**
 * The author's part of an id to which a framework added the path or the method: `read_item` from
 * FastAPI's `read_item_items__item_id__get`, `list` from Springfox's `listUsingGET`. Other ids are
 * returned unchanged.
 */
export function withoutPath(operation: Identified): string {
  return withoutSuffix(withoutAction(withoutRoute(operation), operation), operation);
}

function withoutRoute({ id, method, path }: Identified): string {
  const before = `${method}-${path}_`;
  if (id.startsWith(before)) return id.slice(before.length) || id;
  const added = `${path}_${method}`.replace(/\W/g, "_");
  if (id.toLowerCase().endsWith(added.toLowerCase())) return id.slice(0, -added.length) || id;
  const words = wordsOf(id);
  const end = wordsOf(added.replaceAll("_", " "));
  const start = words.length - end.length;
  const isAdded = end.every(
    (word, index) => word.toLowerCase() === words[start + index]?.toLowerCase(),
  );
  if (start > 0 && end.length > 2 && isAdded) return words.slice(0, start).join(" ");
  return id.replace(/(?<=.)Using(GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS)(?=(_\d+)?$)/, "");
}

/**
 * Django REST framework appends its own action to a path, also if the path ends in one:
 * `accounts_attach_card_create` for `POST /accounts/{id}/attach_card/`.
 */
function withoutAction(id: string, { method, path }: Identified): string {
  const words = wordsOf(id);
  const segment = wordsOf(path.split("/").findLast((each) => each !== "") ?? "");
  const action = frameworkActions[method]?.find((each) => id.endsWith(`_${each}`));
  if (action === undefined || !segment.some((word) => isAction(word) || word === action)) return id;
  const rest = words.slice(0, -wordsOf(action).length);
  const end = rest.slice(-segment.length);
  const repeatsSegment = rest.length > segment.length && keyOf(end) === keyOf(segment);
  return repeatsSegment ? rest.join("_") : id;
}

/** The actions of Django REST framework, by HTTP method. */
const frameworkActions: Readonly<Partial<Record<string, readonly string[]>>> = {
  get: ["list", "retrieve"],
  post: ["create"],
  put: ["update"],
  patch: ["partial_update"],
  delete: ["destroy", "delete"],
};

/**
 * Some authors end the names of Python functions in what they are: `get_log_endpoint` for
 * `/logs/{id}`. The word is kept if the path has it, or lacks the one before it.
 */
function withoutSuffix(id: string, { path }: Identified): string {
  const [, rest, noun = "", suffix = ""] =
    /^(.+_([a-z]+))_(endpoint|route|handler)$/.exec(id) ?? [];
  if (rest === undefined) return id;
  const words = wordsOf(path);
  const isInPath = (word: string) => words.some((each) => isSameNoun(each, word));
  return isInPath(noun) && !isInPath(suffix) ? rest : id;
}

/** The name of an operation without a name of its own. */
interface PathTitle {
  readonly words: string;
  /** Whether parameters of the path are among the words. */
  readonly hasParameters: boolean;
}

/**
 * The words for an operation whose id only repeats its method and path, or is a hash:
 * `getAppNamespaces` for `get /v1/apps/{app_id}/namespaces`. Leaves out versions and parameters;
 * without an `operationId` only parameters that repeat the noun before them. `null` if nothing can
 * be left out, or if the id has words of its own.
 */
export function pathTitle({ id, method, path }: Identified): PathTitle | null {
  const isNamed = id !== `${method} ${path}` && !isHash(id);
  const written = wordsOf(id);
  const all = path.split("/").filter(Boolean).map(segmentFrom);
  const segments = all.filter((segment, index) => !isVersion(segment, index));
  const spellings = [all, segments, all.map(asId), segments.map(asId)];
  if (isNamed && !spellings.some((each) => repeatsPath(written, method, each))) return null;
  const implied = segments.map((each, index) => isImplied(each, segments[index - 1], isNamed));
  const named = segments.flatMap((segment, index) => {
    if (implied[index]) return [];
    return [implied[index + 1] ? singular(segment.words) : segment.words];
  });
  const words = titleWords(method, named, segments.at(-1)?.isParameter ?? false);
  const isShorter = keyOf(words).length < keyOf(written).length;
  const isPhrase = isPreposition(named.at(-1)?.[0] ?? "");
  if (named.length === 0 || !(isShorter || isPhrase || isHash(id))) return null;
  return {
    words: words.join(" "),
    hasParameters: segments.some(({ isParameter }, index) => isParameter && !implied[index]),
  };
}

/**
 * An action at the end of a path is a better verb than the HTTP method: `revoke key` for
 * `POST /keys/{id}/revoke`, `get reason codes` for `GET /get-reason-codes`.
 */
function titleWords(
  method: string,
  segments: readonly (readonly string[])[],
  endsInParameter: boolean,
): string[] {
  const [verb = "", ...object] = segments.at(-1) ?? [];
  const before = segments.slice(0, -1).flat();
  const hasObject = object.length > 0 || before.length > 0;
  const isOwnVerb = /^(post|put|patch)$/.test(method) ? isAction(verb) : isReading(verb, object);
  if (endsInParameter || !isOwnVerb || !hasObject) return [method, ...segments.flat()];
  return [verb, ...before, ...object];
}

function isReading(verb: string, object: readonly string[]): boolean {
  return /^(get|find|fetch)$/i.test(verb) && object.length > 0;
}

/** A part of a path between slashes. */
interface Segment {
  readonly text: string;
  readonly words: readonly string[];
  readonly isParameter: boolean;
}

function segmentFrom(text: string): Segment {
  return { text, words: wordsOf(text), isParameter: /^\{[^{}]*\}$/.test(text) };
}

/** Some authors write `files_id` for `/files/{file_id}`. */
function asId(segment: Segment): Segment {
  return segment.isParameter ? { ...segment, words: ["id"] } : segment;
}

/** `v2` anywhere, and `api` at the start. */
function isVersion({ text }: Segment, index: number): boolean {
  return /^v\d+(\.\d+)*$/i.test(text) || (index === 0 && /^(api|rest)$/i.test(text));
}

/** Whether an id consists of the words of the method and the path, in either order. */
function repeatsPath(id: readonly string[], method: string, segments: readonly Segment[]): boolean {
  const path = keyOf(segments.flatMap(({ words }) => words));
  return [method + path, path + method].includes(keyOf(id));
}

function keyOf(words: readonly string[]): string {
  return words.join("").toLowerCase();
}

/** Hexadecimal digits, also as a UUID. */
function isHash(id: string): boolean {
  return /^[\da-f-]{16,}$/i.test(id) && /\d/.test(id);
}

/** Whether a segment is a parameter that the words before it imply: `apps/{app_id}`, `pets/{id}`. */
function isImplied(segment: Segment, before: Segment | undefined, isNamed: boolean): boolean {
  if (!segment.isParameter || isNamed) return segment.isParameter;
  if (before === undefined || before.isParameter) return false;
  const { words } = before;
  const key = keyOf(segment.words);
  if (/^(id|uuid|key|slug|index)$/.test(key)) return isPlural(words.at(-1) ?? "");
  const noun = key.replace(/(.)(id|uuid|name|key|slug)$/, "$1");
  return words.some((_, index) =>
    [words.slice(index), words.slice(0, index)].some((part) => isSameNoun(noun, keyOf(part))),
  );
}

function singular(words: readonly string[]): string[] {
  return words.map((word, index) => (index === words.length - 1 ? singularOf(word) : word));
}
