import type { Call } from "../call/call.js";
import { type Use, useType } from "../imports.js";
import type { Names } from "../names/names.js";
import { excluding, statusType } from "./statuses.js";

/** The members of an operation's error union as types, with the imports that they need. */
export interface Failures {
  readonly members: readonly string[];
  readonly uses: readonly Use[];
}

export function failuresOf(call: Call, names: Names): Failures {
  const documented = documentedIn(call);
  const classes = new Map<string, string[]>();
  const texts: string[] = [];
  for (const failure of call.failures) {
    const statuses = statusType(failure.status, documented);
    if (failure.error !== null) {
      const { class: name } = names.error({ name: failure.error });
      classes.set(name, [...(classes.get(name) ?? []), statuses]);
    }
    if (failure.isText) texts.push(statuses);
  }
  const members = [
    ...[...classes].map(([name, statuses]) => `${name}<${statuses.join(" | ")}>`),
    ...(texts.length === 0 ? [] : [`SDKError<${texts.join(" | ")}, string>`]),
    ...restOf(call),
    "TransportError",
  ];
  const runtime = ["TransportError", "SDKError"].filter((name) => isMentioned(name, members));
  const statuses = ["HttpErrorStatus", "StatusRange"].filter((name) => isMentioned(name, members));
  return {
    members,
    uses: [
      ...useType("../errors.js", ...classes.keys()),
      ...useType("../runtime/errors.js", ...runtime),
      ...useType("../runtime/status.js", ...statuses),
    ],
  };
}

/** The member for failures without a documented payload; none if `default` has one. */
function restOf(call: Call): string[] {
  const documented = documentedIn(call);
  const exceptions = call.failures.filter(({ isException }) => isException);
  const described = [...notModified(call), ...call.failures.filter((each) => each.hasPayload)];
  const isDone = described.some(({ status }) => status.kind === "default");
  const rest = excluding(
    "HttpErrorStatus",
    described.map(({ status }) => status),
  );
  const parts = [
    ...exceptions.map(({ status }) => statusType(status, documented)),
    ...(isDone ? [] : [rest]),
  ];
  if (parts.length === 0) return [];
  return [parts.join() === "HttpErrorStatus" ? "SDKError" : `SDKError<${parts.join(" | ")}>`];
}

/** The statuses that aren't left to `SDKError`. A documented 304 is a success, not a failure. */
function documentedIn(call: Call) {
  return [...notModified(call), ...call.failures];
}

function notModified({ results }: Call) {
  return results.filter(({ isNotModified }) => isNotModified);
}

function isMentioned(name: string, members: readonly string[]): boolean {
  return members.some((member) => new RegExp(`\\b${name}\\b`).test(member));
}
