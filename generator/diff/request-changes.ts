import { typesText, word } from "../plan/report/surface-text.js";
import { additive, breaking, change, info, type LineChange } from "./change.js";
import { titleOf } from "./line-changes.js";
import type { Pair } from "./pairs.js";
import { joined, say, words } from "./phrase.js";
import { typeChange } from "./type-change.js";

// The changes of where requests go, what they carry, and how they are retried.

/** One alternative is enough for a call; if none is required, any is accepted. */
export function securityChanges({ old, next }: Pair): LineChange[] {
  const [before, after] = [old?.type ?? [word("none")], next?.type ?? [word("none")]];
  const { gained, lost } = typeChange(before, after);
  if (gained.length + lost.length === 0) return [];
  const phrase = say`it requires ${typesText(after)} instead of ${typesText(before)}`;
  const judgment = lost.length > 0 ? breaking("calls without it fail") : additive(null);
  return [change(phrase, "", judgment)];
}

export function serverChanges({ old, next }: Pair): LineChange[] {
  const path = (old ?? next)?.path ?? "";
  if (path !== "") return choiceChanges({ old, next }, path);
  const [before, after] = [old, next].map((line) => line && typesText(line.type));
  if (before === after) return [];
  const phrase =
    after === null || after === undefined
      ? words("no server is documented any more")
      : joined(say`requests go to ${after}`, before ? say` instead of ${before}` : words(""));
  return [change(phrase, "", after ? info(null) : breaking("every client has to set one"))];
}

/** A server that a client selects by name or index. */
function choiceChanges({ old, next }: Pair, path: string): LineChange[] {
  const what = titleOf("server", path);
  if (old === null) return [change(what, " is new", additive(null))];
  if (next === null) {
    return [change(what, " is removed", breaking("clients that choose it no longer compile"))];
  }
  const [before, after] = [typesText(old.type), typesText(next.type)];
  return before === after
    ? []
    : [change(joined(what, say` is ${after} instead of ${before}`), "", info(null))];
}

/** A program's own settings override these. */
export function policyChanges({ old, next }: Pair): LineChange[] {
  const [before, after] = [old, next].map((line) =>
    line === null ? "built in" : typesText(line.type),
  );
  const kind = (old ?? next)?.kind;
  if (before === after || kind === undefined) return [];
  const phrase = say` is ${after ?? ""} instead of ${before ?? ""}`;
  const what = words(kind === "retries" ? "its retry policy" : "its time limit");
  return [change(joined(what, phrase), "", info(null))];
}

/** A receiver refuses events that are signed in another way. */
export function signatureChanges({ old, next }: Pair): LineChange[] {
  const [before, after] = [old, next].map((line) =>
    line === null ? "none" : typesText(line.type),
  );
  if (before === after) return [];
  const phrase = say`its signatures are ${after ?? ""} instead of ${before ?? ""}`;
  return [change(phrase, "", breaking("deliveries signed as before are refused"))];
}

/** Programs loop over pages and store where to go on. */
export function pagesChanges({ old, next }: Pair): LineChange[] {
  const [before, after] = [old, next].map((line) => line && typesText(line.type));
  if (before === after) return [];
  if (!after) {
    const gone = words("it is no longer paged");
    return [change(gone, "", breaking("loops over its items no longer compile"))];
  }
  if (!before) return [change(say`its pages can be looped over, ${after}`, "", additive(null))];
  const other = say`its pages follow ${after} instead of ${before}`;
  return [change(other, "", breaking("stored positions no longer fit, and items may differ"))];
}

/** A token that was sufficient has to stay sufficient. */
export function scopeChanges({ old, next }: Pair): LineChange[] {
  const path = (old ?? next)?.path ?? "";
  const { gained, lost } = typeChange(old?.type ?? [], next?.type ?? []);
  const what = titleOf("credential", path);
  return [
    ...(gained.length === 0
      ? []
      : [
          change(
            joined(what, say` now needs ${gained.map((scope) => typesText([scope])).join(", ")}`),
            "",
            breaking("tokens without them are refused"),
          ),
        ]),
    ...(lost.length === 0
      ? []
      : [
          change(
            joined(
              what,
              say` no longer needs ${lost.map((scope) => typesText([scope])).join(", ")}`,
            ),
            "",
            additive(null),
          ),
        ]),
  ];
}
