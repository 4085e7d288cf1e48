import { errorAt, type Problem, warningAt } from "../../problem.js";
import { quoted } from "../../text.js";
import { pointerTo, valueAt } from "../document/document.js";
import type { FetchedText } from "../input/fetch-text.js";
import type { Action } from "./action.js";
import { type Draft, isFull, remove, update } from "./edit.js";
import { copyOf, placesIn, writtenAt } from "./places.js";
import type { Location, Query } from "./query.js";

/** Applies an action to a draft and returns the problems it has. */
export function take(
  action: Action,
  draft: Draft,
  source: FetchedText,
  compile: (path: string) => Query,
): Problem | null {
  // What was too much is reported once.
  if (isFull(draft)) return null;
  const query = compile(action.target);
  if (!query.ok) return unusable(action, "target", query.message);
  const locations = query.select(draft.root);
  if (locations === null) return tooSlow(action, "target");
  if (locations.length === 0) {
    const message = `the action changes nothing: nothing matches ${quoted(action.target)}`;
    return warningAt(pointerTo(action.pointer, "target"), message);
  }
  const problem = changed(action, locations, draft, source, compile);
  return isFull(draft) ? errorAt(action.pointer, tooMuch) : problem;
}

const tooMuch = "the overlays add more than a million values: add fewer";

function changed(
  action: Action,
  locations: readonly Location[],
  draft: Draft,
  source: FetchedText,
  compile: (path: string) => Query,
): Problem | null {
  switch (action.does.kind) {
    case "remove":
      for (const location of lastFirst(locations)) remove(draft, location);
      return null;
    case "update": {
      const written = writtenAt({ source, pointer: pointerTo(action.pointer, "update") });
      for (const location of locations) update(draft, location, action.does.value, written);
      return null;
    }
    case "copy":
      return copy(action, action.does.from, locations, draft, compile);
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
  if (!query.ok) return unusable(action, "copy", query.message);
  const origins = query.select(draft.root);
  if (origins === null) return tooSlow(action, "copy");
  const [origin, second] = origins;
  if (origin === undefined || second !== undefined) {
    const message = `\`copy\` should match one thing, and ${quoted(from)} does not: correct it`;
    return errorAt(pointerTo(action.pointer, "copy"), message);
  }
  const value = structuredClone(valueAt(draft.root, origin.map(String)) ?? null);
  const written = copyOf(placesIn(draft.places, origin.map(String)));
  for (const location of locations) update(draft, location, value, written);
  return null;
}

function tooSlow({ pointer }: Action, key: string): Problem {
  const message = `finding what \`${key}\` selects takes too long: make its filters and patterns simpler`;
  return errorAt(pointerTo(pointer, key), message);
}

function unusable({ pointer }: Action, key: string, reason: string): Problem {
  return errorAt(pointerTo(pointer, key), `\`${key}\` is no JSONPath (RFC 9535): ${reason}`);
}

/** Removal from a list shifts the items after it, so it runs from the end. */
function lastFirst(locations: readonly Location[]): Location[] {
  return [...locations].sort((one, other) => {
    const index = one.findIndex((key, depth) => key !== other[depth]);
    const [left, right] = [one[index], other[index]];
    return typeof left === "number" && typeof right === "number" ? right - left : 0;
  });
}
