import type { Operation, Response } from "../../model/api.js";
import type { Names } from "../names/names.js";
import { type Use, useType } from "./imports.js";
import { excluding, statusType } from "./statuses.js";

/** The members of an operation's error union, as types, with what they mention. */
export interface Failures {
  readonly members: readonly string[];
  readonly uses: readonly Use[];
}

export function failuresOf({ errors }: Operation, names: Names): Failures {
  const documented = new Map<string, string[]>();
  for (const response of errors) {
    if (response.error === null) continue;
    const { class: className } = names.error({ name: response.error });
    const statuses = documented.get(className) ?? [];
    statuses.push(statusType(response.status, errors));
    documented.set(className, statuses);
  }
  const classes = [...documented].map(([name, statuses]) => `${name}<${statuses.join(" | ")}>`);
  const fallback = fallbackOf(errors);
  const members = [...classes, ...(fallback === null ? [] : [fallback]), "TransportError"];
  return {
    members,
    uses: [
      ...useType("../errors.js", ...documented.keys()),
      ...useType(
        "../runtime/errors.js",
        "TransportError",
        ...(fallback === null ? [] : ["SDKError"]),
      ),
      ...useType("../runtime/status.js", ...mentionedIn(members)),
    ],
  };
}

/** What stands for every failure that has no class of its own, or `null` where `default` has one. */
function fallbackOf(errors: readonly Response[]): string | null {
  const covered = errors.filter(({ error }) => error !== null).map(({ status }) => status);
  if (covered.length === 0) return "SDKError";
  if (!covered.some(({ kind }) => kind === "default")) {
    return `SDKError<${excluding("HttpErrorStatus", covered)}>`;
  }
  const bare = errors.filter(({ error }) => error === null);
  return bare.length === 0
    ? null
    : `SDKError<${bare.map(({ status }) => statusType(status, errors)).join(" | ")}>`;
}

function mentionedIn(members: readonly string[]): string[] {
  return ["HttpErrorStatus", "StatusRange"].filter((name) =>
    members.some((member) => new RegExp(`\\b${name}\\b`).test(member)),
  );
}
