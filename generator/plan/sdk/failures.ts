import type { Operation, Response } from "../../model/api.js";
import { hasPayload, isException, isTextError } from "../call/failure-payloads.js";
import { isNotModified } from "../call/successes.js";
import { schemaFinder } from "../find-schema.js";
import type { Blueprint } from "../output.js";
import { type Use, useType } from "./imports.js";
import { excluding, statusType } from "./statuses.js";

/** The members of an operation's error union as types, with the imports that they need. */
export interface Failures {
  readonly members: readonly string[];
  readonly uses: readonly Use[];
}

export function failuresOf(
  { success, errors }: Operation,
  { api, names }: Pick<Blueprint, "api" | "names">,
): Failures {
  const find = schemaFinder(api.schemas);
  // A documented 304 is a success, not a failure.
  const documented = [...success.filter(isNotModified), ...errors];
  const classes = new Map<string, string[]>();
  const texts: string[] = [];
  for (const failure of errors) {
    const statuses = statusType(failure.status, documented);
    if (failure.error !== null) {
      const { class: name } = names.error({ name: failure.error });
      classes.set(name, [...(classes.get(name) ?? []), statuses]);
    }
    if (isTextError(failure, find)) texts.push(statuses);
  }
  const members = [
    ...[...classes].map(([name, statuses]) => `${name}<${statuses.join(" | ")}>`),
    ...(texts.length === 0 ? [] : [`SDKError<${texts.join(" | ")}, string>`]),
    ...restOf(documented),
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
function restOf(documented: readonly Response[]): string[] {
  const described = documented.filter((each) => hasPayload(each) || isNotModified(each));
  const exceptions = documented.filter(
    (each) => !isNotModified(each) && isException(each, documented),
  );
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

function isMentioned(name: string, members: readonly string[]): boolean {
  return members.some((member) => new RegExp(`\\b${name}\\b`).test(member));
}
