import type { Response, Status } from "../../model/api/operation.js";
import type { Content } from "../../model/api/payload.js";
import { allowsText } from "../../model/schema/allows-text.js";
import { type FindSchema, followed } from "../../model/schema/find-schema.js";
import type { Call } from "../call/call.js";
import type { Failure } from "../call/failures.js";
import { contentsOf } from "../contents.js";
import { type Use, use, useType } from "../imports.js";
import type { Names } from "../names/names.js";
import type { ReaderView, StreamView } from "./data-views.js";
import { streamData } from "./stream-data.js";

/** The runtime's reader of a response, with the imports that it needs. */
interface Reader {
  readonly value: string;
  readonly stream: StreamView | null;
  readonly uses: readonly Use[];
}

/** A reader, or the readers of each media type. */
interface Readers extends Reader {
  readonly readers: readonly ReaderView[];
}

/** The runtime's reader for a success, or for each of its media types. */
export function successReaders(response: Response, call: Call, find: FindSchema): Readers {
  const { content, alternatives } = response;
  if (alternatives.length === 0) return { ...successReader(content, call, find), readers: [] };
  const entries = contentsOf(response).map((each) => ({
    contentType: each.contentType,
    ...successReader(each, call, find),
  }));
  return {
    ...reader("reader-by-type", "readerByType"),
    readers: entries.map(({ contentType, value, stream }) => ({
      contentType,
      reader: value,
      stream,
    })),
    uses: [
      ...use("../runtime/reader-by-type.js", "readerByType"),
      ...entries.flatMap(({ uses }) => uses),
    ],
  };
}

function successReader(
  content: Content | null,
  { operation, streaming }: Call,
  find: FindSchema,
): Reader {
  if (content?.stream) {
    const isChosen = streaming?.results.some((result) => result.content === content);
    const { view, uses } = streamData(content.stream, operation, isChosen ? streaming : null);
    return { value: view.reader, stream: view, uses };
  }
  switch (content?.format) {
    case undefined:
      return reader("nothing");
    case "json":
      if (followed(content.schema, find)?.kind === "unknown") return reader("anything");
      return allowsText(content.schema, find)
        ? reader("json-or-text", "jsonOrText")
        : reader("json");
    case "binary":
      return reader("binary");
    default:
      return reader("text");
  }
}

/**
 * The code that creates the error of a failure: its class, or a function that chooses between the
 * class and text.
 */
export function errorReader(
  { error, text, allowsText: isTextAllowed }: Failure,
  names: Names,
): Reader {
  if (error === null) {
    return text === null
      ? { value: "SDKError", stream: null, uses: use("../runtime/errors.js", "SDKError") }
      : reader("text-error", "textError");
  }
  const own = names.error({ name: error }).class;
  const uses = use("../errors.js", own);
  // A payload that may be text uses its own class for text too.
  const classes = isTextAllowed ? [own, own] : text === null ? [] : [own];
  if (classes.length === 0) return { value: own, stream: null, uses };
  return {
    value: `/* @__PURE__ */ jsonOrTextError(${classes.join(", ")})`,
    stream: null,
    uses: [...uses, ...use("../runtime/text-error.js", "jsonOrTextError")],
  };
}

function reader(module: string, name = module): Reader {
  return { value: name, stream: null, uses: use(`../runtime/${module}.js`, name) };
}

/** A status as the key of an object literal: `404`, `"4XX"`, `default`. */
export function statusKey(status: Status): string {
  switch (status.kind) {
    case "code":
      return String(status.code);
    case "range":
      return `"${status.hundreds}XX"`;
    case "default":
      return "default";
  }
}

/**
 * The statuses of an entry as a type: those that no more specific entry lists.
 *
 * @param all every documented failure of the operation, including this entry.
 */
export function statusType(status: Status, all: readonly Pick<Response, "status">[]): string {
  switch (status.kind) {
    case "code":
      return String(status.code);
    case "range":
      return withoutStatuses(
        statusTypeText(status),
        all.flatMap(({ status: other }) => (isWithin(other, status.hundreds) ? [other] : [])),
      );
    case "default":
      return withoutStatuses(
        "HttpErrorStatus",
        all.flatMap(({ status: other }) => (other.kind === "default" ? [] : [other])),
      );
  }
}

/** A type without the statuses that other entries list. */
export function withoutStatuses(type: string, statuses: readonly Status[]): string {
  return statuses.length === 0
    ? type
    : `Exclude<${type}, ${statuses.map((status) => statusTypeText(status)).join(" | ")}>`;
}

function statusTypeText(status: Status): string {
  switch (status.kind) {
    case "code":
      return String(status.code);
    case "range":
      return `StatusRange<${status.hundreds}>`;
    case "default":
      return "HttpErrorStatus";
  }
}

function isWithin(status: Status, hundreds: number): boolean {
  return status.kind === "code" && Math.floor(status.code / 100) === hundreds;
}

/** The members of an operation's error union as types, with the imports that they need. */
interface Failures {
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
  const hasDefault = described.some(({ status }) => status.kind === "default");
  const rest = withoutStatuses(
    "HttpErrorStatus",
    described.map(({ status }) => status),
  );
  const parts = [
    ...exceptions.map(({ status }) => statusType(status, documented)),
    ...(hasDefault ? [] : [rest]),
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
