import { closureOf } from "../../closure.js";
import { pointerTo } from "../../pointer.js";
import { errorAt, type Problem, warningAt } from "../../problem.js";
import { decoded, quoted } from "../../text.js";
import { isObject, type JsonObject } from "../document/document.js";
import { type SourceLocation, type Trace, tracing } from "../document/locate.js";
import { keysIn, type Reference } from "../document/references.js";
import { type Filter, type Filters, idleKind, isSelected, unmatchedFilters } from "./filter.js";
import { operationsIn, type Placed, withOperations } from "./operations.js";
import { pruned } from "./prune.js";

interface Selected {
  readonly document: JsonObject;
  readonly trace: Trace;
  readonly problems: readonly Problem[];
}

/** Reduces a document to the selected operations and everything they refer to. */
export function select(
  document: JsonObject,
  trace: Trace,
  references: readonly Reference[],
  filters: Filters,
): Selected {
  const inlined = withInlinePathItems(document);
  const operations = operationsIn(inlined);
  const needed = referencedOperations(references);
  const kept = operations.filter(
    (operation) => isSelected(operation, filters) || needed.has(operation.pointer),
  );
  const pointers = new Set(kept.map(({ pointer }) => pointer));
  const rest = withOperations(inlined, (pointer) => pointers.has(pointer));
  const { document: tagged, before } = withoutUnusedTags(rest, kept);
  const moves = [...before].map(([pointer, original]): [string, SourceLocation] => [
    pointer,
    trace(original),
  ]);
  return {
    document: pruned(tagged),
    trace: tracing(new Map(moves), trace),
    problems: [
      ...unmatchedFilters(operations, filters).map((filter) =>
        idleProblem(filter, operations, filters),
      ),
      ...kept
        .filter((operation) => !isSelected(operation, filters))
        .map(({ pointer }) =>
          warningAt(
            pointer,
            "this operation is kept although a filter excludes it: others refer to parts of it",
          ),
        ),
    ],
  };
}

function idleProblem(
  filter: Filter,
  operations: readonly Placed[],
  { mayMatchNothing = false }: Filters,
): Problem {
  const intended = filter.nearest(operations);
  const remedy = intended === null ? "correct or remove it" : `did you mean ${quoted(intended)}?`;
  const problem = errorAt("", `no operation matches the filter ${quoted(filter.text)}: ${remedy}`);
  return mayMatchNothing
    ? { ...problem, severity: "warning", kind: idleKind(filter.text) }
    : problem;
}

/** The operations that a reference points into. */
function referencedOperations(references: readonly Reference[]): Set<string> {
  const operations = references.flatMap(({ node: { $ref } }) => {
    if (typeof $ref !== "string" || !/^#\/(paths|webhooks|x-webhooks)\//.test($ref)) return [];
    const keys = decoded($ref.slice(1)).split("/");
    return [keys.slice(0, keys[3] === "additionalOperations" ? 5 : 4).join("/")];
  });
  return new Set(operations);
}

/** Inlines path items from `components`, so that their operations are found like any other. */
function withInlinePathItems(document: JsonObject): JsonObject {
  const { paths, components } = document;
  const shared = isObject(components) ? components["pathItems"] : undefined;
  if (!isObject(paths) || !isObject(shared)) return document;
  const entries = Object.entries(paths).map(([path, item]) => {
    const ref = isObject(item) ? item["$ref"] : undefined;
    const [, section, name = ""] = typeof ref === "string" ? keysIn(ref) : [];
    const target =
      section === "pathItems" && Object.hasOwn(shared, name) ? shared[name] : undefined;
    if (!isObject(item) || !isObject(target)) return [path, item] as const;
    const { $ref: _, ...siblings } = item;
    return [path, { ...target, ...siblings }] as const;
  });
  return { ...document, paths: Object.fromEntries(entries) };
}

/** Removes the tags that no operation uses, and keeps the order of the rest. */
function withoutUnusedTags(
  document: JsonObject,
  operations: readonly Placed[],
): { readonly document: JsonObject; readonly before: ReadonlyMap<string, string> } {
  const { tags } = document;
  if (!Array.isArray(tags)) return { document, before: new Map() };
  const named = operations.flatMap(({ node }) => tagsOf(node));
  const used = withParents(named, tags.filter(isObject));
  const kept = [...tags.entries()].filter(
    ([, tag]) => !isObject(tag) || typeof tag["name"] !== "string" || used.has(tag["name"]),
  );
  const before = kept.map(([oldIndex], newIndex): [string, string] => [
    pointerTo("/tags", newIndex),
    pointerTo("/tags", oldIndex),
  ]);
  return {
    document: { ...document, tags: kept.map(([, tag]) => tag) },
    before: new Map(before.filter(([pointer, original]) => pointer !== original)),
  };
}

function tagsOf({ tags }: JsonObject): string[] {
  return Array.isArray(tags) ? tags.filter((tag) => typeof tag === "string") : [];
}

/** Tags and their ancestors (OpenAPI 3.2, Tag Object). */
function withParents(used: readonly string[], tags: readonly JsonObject[]): Set<string> {
  const parents = new Map(tags.map(({ name, parent }) => [name, parent]));
  return closureOf(used, (name) => {
    const parent = parents.get(name);
    return typeof parent === "string" ? [parent] : [];
  });
}
