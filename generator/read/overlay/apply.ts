import { pointerTo } from "../../pointer.js";
import { errorAt, type Problem, warningAt } from "../../problem.js";
import { quoted } from "../../text.js";
import { isObject, type Json, type JsonObject, valueAt } from "../document/document.js";
import type { FetchedText } from "../input/fetch-text.js";
import { copyOf, type Draft, isOverLimit, placesIn, remove, update, writtenAt } from "./edit.js";
import type { Location, Query } from "./query.js";

/**
 * One action of an overlay. If it has several operations, the first in the order of the
 * specification applies.
 */
interface Action {
  readonly target: string;
  readonly pointer: string;
  readonly effect:
    | { readonly kind: "remove" }
    | { readonly kind: "copy"; readonly from: string }
    | { readonly kind: "update"; readonly value: Json };
}

type Actions =
  | { readonly ok: true; readonly actions: readonly Action[] }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** The actions of an overlay (OpenAPI Overlay 1.0 and 1.1), or all problems with it. */
export function actionsIn({ overlay, actions }: JsonObject): Actions {
  const problems: Problem[] = [];
  if (typeof overlay !== "string" || !/^1\.[01](\.|$)/.test(overlay)) {
    const found =
      overlay === undefined ? "is missing" : `${quoted(String(overlay))} isn't supported`;
    problems.push(errorAt("/overlay", `\`overlay\` ${found}: write \`overlay: 1.0.0\``));
  }
  if (!Array.isArray(actions)) {
    problems.push(errorAt("/actions", "`actions` is not a list: write a list of actions"));
    return { ok: false, problems };
  }
  const valid = actions.flatMap((action, index): Action[] => {
    const pointer = pointerTo("/actions", index);
    const result = actionFrom(action, pointer);
    if (typeof result !== "string") return [result];
    problems.push(errorAt(pointer, result));
    return [];
  });
  return problems.length > 0 ? { ok: false, problems } : { ok: true, actions: valid };
}

function actionFrom(action: Json, pointer: string): Action | string {
  if (!isObject(action)) return "an action is an object with a `target`";
  const { target, remove, copy, update } = action;
  if (typeof target !== "string") return "the action has no `target`: add a JSONPath";
  if (remove === true) return { target, pointer, effect: { kind: "remove" } };
  if (typeof copy === "string") return { target, pointer, effect: { kind: "copy", from: copy } };
  if (update !== undefined) return { target, pointer, effect: { kind: "update", value: update } };
  return "the action does nothing: add `update`, or `remove: true`";
}

/** Applies an action to a draft and returns the problems it has. */
export function applyAction(
  action: Action,
  draft: Draft,
  source: FetchedText,
  compile: (path: string) => Query,
): Problem | null {
  // The limit is reported only once.
  if (isOverLimit(draft)) return null;
  const query = compile(action.target);
  if (!query.ok) return invalidPath(action, "target", query.message);
  const locations = query.select(draft.root);
  if (locations === null) return tooSlow(action, "target");
  if (locations.length === 0) {
    const message = `the action has no effect: nothing matches ${quoted(action.target)}`;
    return warningAt(pointerTo(action.pointer, "target"), message);
  }
  const problem = changed(action, locations, draft, source, compile);
  return isOverLimit(draft) ? errorAt(action.pointer, tooManyValues) : problem;
}

const tooManyValues = "the overlays add more than a million values: add fewer";

function changed(
  action: Action,
  locations: readonly Location[],
  draft: Draft,
  source: FetchedText,
  compile: (path: string) => Query,
): Problem | null {
  switch (action.effect.kind) {
    case "remove":
      for (const location of lastFirst(locations)) remove(draft, location);
      return null;
    case "update": {
      const written = writtenAt({ source, pointer: pointerTo(action.pointer, "update") });
      for (const location of locations) update(draft, location, action.effect.value, written);
      return null;
    }
    case "copy":
      return copy(action, action.effect.from, locations, draft, compile);
  }
}

function copy(
  action: Action,
  from: string,
  locations: readonly Location[],
  draft: Draft,
  compile: (path: string) => Query,
): Problem | null {
  const query = compile(from);
  if (!query.ok) return invalidPath(action, "copy", query.message);
  const origins = query.select(draft.root);
  if (origins === null) return tooSlow(action, "copy");
  const [origin, second] = origins;
  if (origin === undefined || second !== undefined) {
    const message = `\`copy\` must select exactly one node, and ${quoted(from)} doesn't: correct it`;
    return errorAt(pointerTo(action.pointer, "copy"), message);
  }
  const value = structuredClone(valueAt(draft.root, origin.map(String)) ?? null);
  const written = copyOf(placesIn(draft.places, origin.map(String)));
  for (const location of locations) update(draft, location, value, written);
  return null;
}

function tooSlow({ pointer }: Action, key: string): Problem {
  const message = `evaluating \`${key}\` takes too long: simplify its filters and patterns`;
  return errorAt(pointerTo(pointer, key), message);
}

function invalidPath({ pointer }: Action, key: string, reason: string): Problem {
  return errorAt(pointerTo(pointer, key), `\`${key}\` isn't a JSONPath (RFC 9535): ${reason}`);
}

/** Removal from a list shifts the items after it, so it runs from the end. */
function lastFirst(locations: readonly Location[]): Location[] {
  return [...locations].sort((one, other) => {
    const index = one.findIndex((key, depth) => key !== other[depth]);
    const [left, right] = [one[index], other[index]];
    return typeof left === "number" && typeof right === "number" ? right - left : 0;
  });
}
