import { errorAt, type Problem } from "../../problem.js";
import { quoted } from "../../text.js";
import { isObject, type Json, type JsonObject, pointerTo } from "../document/document.js";

/**
 * One action of an overlay. If it has several operations, the first in the order of the
 * specification applies.
 */
export interface Action {
  readonly target: string;
  readonly pointer: string;
  readonly does:
    | { readonly kind: "remove" }
    | { readonly kind: "copy"; readonly from: string }
    | { readonly kind: "update"; readonly value: Json };
}

export type Actions =
  | { readonly ok: true; readonly actions: readonly Action[] }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** The actions of an overlay (OpenAPI Overlay 1.0 and 1.1), or all problems with it. */
export function actionsIn({ overlay, actions }: JsonObject): Actions {
  const problems: Problem[] = [];
  if (typeof overlay !== "string" || !/^1\.[01](\.|$)/.test(overlay)) {
    const found = overlay === undefined ? "is missing" : `${quoted(String(overlay))} is not read`;
    problems.push(errorAt("/overlay", `\`overlay\` ${found}: write \`overlay: 1.0.0\``));
  }
  if (!Array.isArray(actions)) {
    problems.push(errorAt("/actions", "`actions` is not a list: write a list of actions"));
    return { ok: false, problems };
  }
  const understood = actions.flatMap((action, index): Action[] => {
    const pointer = pointerTo("/actions", index);
    const result = actionFrom(action, pointer);
    if (typeof result !== "string") return [result];
    problems.push(errorAt(pointer, result));
    return [];
  });
  return problems.length > 0 ? { ok: false, problems } : { ok: true, actions: understood };
}

function actionFrom(action: Json, pointer: string): Action | string {
  if (!isObject(action)) return "an action is an object with a `target`";
  const { target, remove, copy, update } = action;
  if (typeof target !== "string") return "the action has no `target`: add a JSONPath";
  if (remove === true) return { target, pointer, does: { kind: "remove" } };
  if (typeof copy === "string") return { target, pointer, does: { kind: "copy", from: copy } };
  if (update !== undefined) return { target, pointer, does: { kind: "update", value: update } };
  return "the action does nothing: add `update`, or `remove: true`";
}
