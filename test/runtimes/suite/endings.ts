import {
  ConnectionError,
  InvalidRequestError,
  Problem,
  RequestAbortedError,
  type RequestOptions,
  RequestTimeoutError,
  ResponseDecodeError,
  SDKError,
  ThingsBaseError,
  type ThingsOptions,
} from "#sdk";
import {
  type Case,
  type Engine,
  expectEqual,
  type Inapplicable,
  type Place,
  spotFor,
} from "./case.js";
import { type Call, type Ending, type Way, ways } from "./ways.js";

/** A way that a call can go, and how it ends. */
export interface Row {
  readonly name: string;
  /** How the control server answers; without it no request is to arrive. */
  readonly reply?: string;
  readonly operation?: Call["operation"];
  readonly input?: object;
  /** Made anew for each call, since a signal aborts once. */
  readonly setup?: (place: Place) => Setup;
  readonly ends: End;
  /** Where an engine lets the package see something else. */
  readonly differs?: { readonly [engine in Engine]?: End };
  readonly inapplicable?: Inapplicable;
}

interface Setup {
  readonly client?: ThingsOptions;
  readonly options?: RequestOptions;
  /** Happens when the call has ended; it is read once more then, as every call is. */
  readonly afterwards?: () => void;
}

/** A value, or the member of the error union. */
export type End =
  | { readonly value: unknown }
  | {
      readonly type: abstract new (...parts: never[]) => ThingsBaseError;
      readonly kind: ThingsBaseError["kind"];
      readonly status?: number;
      /** How often the request was sent, as the error has it. Default: once where there is a reply. */
      readonly attempts?: number;
    };

const connection = { type: ConnectionError, kind: "connection" } as const;
const unsent = { type: InvalidRequestError, kind: "invalid-request", attempts: 0 } as const;
const undecodable = { type: ResponseDecodeError, kind: "decode" } as const;
const timeout = { type: RequestTimeoutError, kind: "timeout" } as const;
const aborted = { type: RequestAbortedError, kind: "aborted" } as const;

function documented(status: number): End {
  return { type: Problem, kind: "response", status };
}

function undocumented(status: number): End {
  return { type: SDKError, kind: "response", status };
}

const spoon = { id: "1", name: "spoon" };

/** The server did what it was asked for, whatever its headers say. */
const successes: Row[] = [
  { name: "JSON", reply: "thing", ends: { value: spoon } },
  { name: "JSON that comes in pieces", reply: "slow", ends: { value: spoon } },
  { name: "JSON that says it is HTML", reply: "json-as-html", ends: { value: { id: "1" } } },
  { name: "JSON without a content type", reply: "json-as-nothing", ends: { value: { id: "1" } } },
  {
    name: "problem+json with a success",
    reply: "problem-as-success",
    ends: { value: { id: "1" } },
  },
  { name: "204 where a body is documented", reply: "no-content", ends: { value: undefined } },
  { name: "202, undocumented, with JSON", reply: "accepted-json", ends: { value: { id: "1" } } },
  {
    name: "202, undocumented, without a body",
    reply: "accepted-empty",
    ends: { value: undefined },
  },
];

/** The server answered, and not with what was promised. */
const undecodables: Row[] = [
  { name: "malformed JSON", reply: "malformed", ends: undecodable },
  { name: "an empty body where JSON is due", reply: "empty", ends: undecodable },
  { name: "HTML", reply: "html", ends: undecodable },
  { name: "202, undocumented, with HTML", reply: "accepted-html", ends: undecodable },
  { name: "invalid UTF-8 in a string", reply: "bad-utf8-in-string", ends: undecodable },
  { name: "invalid UTF-8 outside of strings", reply: "bad-utf8", ends: undecodable },
  { name: "a documented error in HTML", reply: "problem-html", ends: undecodable },
  { name: "a documented error without a body", reply: "problem-empty", ends: undecodable },
];

const errorStatuses: Row[] = [
  { name: "a documented error as problem+json", reply: "problem", ends: documented(404) },
  { name: "a documented error as JSON", reply: "problem-json", ends: documented(422) },
  {
    name: "a documented error without a content type",
    reply: "problem-untyped",
    ends: documented(404),
  },
  { name: "418, undocumented, as text", reply: "teapot", ends: undocumented(418) },
  { name: "418, undocumented, as problem+json", reply: "teapot-problem", ends: undocumented(418) },
  { name: "500 without a body", reply: "broken", ends: undocumented(500) },
  { name: "503 at every attempt", reply: "unavailable", ends: undocumented(503) },
  { name: "304", reply: "not-modified", ends: undocumented(304) },
  { name: "302 without a location", reply: "no-location", ends: undocumented(302) },
  {
    name: "302 that the caller doesn't follow",
    reply: "redirect-302-to-control",
    setup: () => ({ options: { fetchOptions: { redirect: "manual" } } }),
    ends: undocumented(302),
    // A page isn't shown the redirect, not even its status (Fetch, 2.2.6: opaque-redirect).
    differs: { chromium: undocumented(0) },
  },
];

const connections: Row[] = [
  { name: "a redirect loop", reply: "loop", ends: connection },
  {
    name: "a redirect that the caller forbids",
    reply: "redirect-302-to-control",
    setup: () => ({ options: { fetchOptions: { redirect: "error" } } }),
    ends: connection,
  },
  { name: "a truncated body", reply: "truncated", ends: connection },
  { name: "a truncated body of a documented error", reply: "truncated-problem", ends: connection },
  { name: "a body without its last chunk", reply: "cut-chunks", ends: connection },
  { name: "a reset before the response", reply: "reset", ends: connection },
  { name: "a reset in the body", reply: "reset-mid-body", ends: connection },
  {
    name: "a refused connection",
    setup: ({ refusing }) => ({ client: { serverURL: refusing } }),
    ends: { ...connection, attempts: 1 },
  },
  {
    name: "a name that no DNS knows",
    setup: () => ({ client: { serverURL: "http://nowhere.invalid" } }),
    ends: { ...connection, attempts: 1 },
  },
  {
    name: "a certificate that no one knows",
    setup: ({ selfSigned }) => ({ client: { serverURL: selfSigned } }),
    ends: { ...connection, attempts: 1 },
  },
];

const limits: Row[] = [
  {
    name: "a timeout before the response",
    reply: "silent",
    setup: () => ({ options: { timeoutMs: 150 } }),
    ends: timeout,
  },
  {
    name: "a timeout in the body",
    reply: "stalled",
    setup: () => ({ options: { timeoutMs: 250 } }),
    ends: timeout,
  },
  {
    name: "an abort before the call",
    setup: () => ({ options: { signal: AbortSignal.abort("enough") } }),
    ends: { ...aborted, attempts: 0 },
  },
  { name: "an abort before the response", reply: "silent", setup: abortOnceSent, ends: aborted },
  { name: "an abort in the body", reply: "stalled", setup: abortOnceAnswered, ends: aborted },
  { name: "an abort after the call", reply: "thing", setup: abortOnceRead, ends: { value: spoon } },
  {
    name: "an abort by AbortSignal.timeout",
    reply: "silent",
    setup: () => ({ options: { signal: AbortSignal.timeout(150) } }),
    ends: aborted,
  },
];

const hooks: Row[] = [
  {
    name: "a beforeRequest hook that throws",
    setup: () => ({ client: { hooks: { beforeRequest: thrower } } }),
    ends: unsent,
  },
  {
    name: "a beforeRequest hook that rejects",
    setup: () => ({ client: { hooks: { beforeRequest: rejecter } } }),
    ends: unsent,
  },
  {
    name: "an afterResponse hook that throws",
    reply: "thing",
    setup: () => ({ client: { hooks: { afterResponse: thrower } } }),
    ends: undecodable,
  },
  {
    name: "an afterResponse hook that rejects",
    reply: "thing",
    setup: () => ({ client: { hooks: { afterResponse: rejecter } } }),
    ends: undecodable,
  },
  {
    name: "an onError hook that throws",
    reply: "problem",
    setup: () => ({ client: { hooks: { onError: thrower } } }),
    ends: documented(404),
  },
  {
    name: "an onError hook that rejects",
    reply: "problem",
    setup: () => ({ client: { hooks: { onError: rejecter } } }),
    ends: documented(404),
  },
];

const functions: Row[] = [
  {
    name: "a credential function that throws",
    operation: "getBearerSecret",
    setup: () => ({ client: { bearerAuth: thrower } }),
    ends: unsent,
  },
  {
    name: "a credential function that rejects",
    operation: "getBearerSecret",
    setup: () => ({ client: { bearerAuth: rejecter } }),
    ends: unsent,
  },
  {
    name: "a fetch that throws",
    setup: () => ({ client: { fetch: thrower } }),
    ends: { ...connection, attempts: 1 },
  },
  {
    name: "a fetch that rejects",
    setup: () => ({ client: { fetch: rejecter } }),
    ends: { ...connection, attempts: 1 },
  },
  ...[undefined, null, "no", 0, { message: "no" }].map((reason) => ({
    name: `a fetch that rejects with ${JSON.stringify(reason) ?? "nothing"}`,
    setup: () => ({ client: { fetch: () => Promise.reject(reason) } }),
    ends: { ...connection, attempts: 1 },
  })),
  ...[undefined, null, {}, "no", { ok: true, status: 200 }].map((answer) => ({
    name: `a fetch that gives ${JSON.stringify(answer) ?? "nothing"}`,
    // The cast says what such a fetch would promise.
    setup: () => ({ client: { fetch: async () => answer as Response } }),
    ends: { ...connection, attempts: 1 },
  })),
];

const unusable: Row[] = [
  ...[
    ["none", undefined],
    ["null", null],
    ["an empty text", ""],
    [".", "."],
    ["..", ".."],
    ["a list of nothing", []],
    ["a list of ..", [".."]],
    ["an object without fields", {}],
    ["a lone surrogate", "\ud800"],
    ["a symbol", Symbol("odd")],
  ].map(([what, id]) => ({
    name: `a path value that can't be: ${String(what)}`,
    input: { id },
    ends: unsent,
  })),
  {
    name: "no credential",
    operation: "getBearerSecret",
    setup: () => ({ client: { bearerAuth: "" } }),
    ends: unsent,
  },
  {
    name: "a credential that no header can carry",
    operation: "getBearerSecret",
    setup: () => ({ client: { bearerAuth: "a\nb" } }),
    ends: unsent,
  },
  {
    name: "a server that is no URL",
    setup: () => ({ client: { serverURL: "nonsense:// /" } }),
    ends: unsent,
  },
  {
    name: "a server URL with a password",
    setup: () => ({ client: { serverURL: "http://me:secret@127.0.0.1" } }),
    ends: unsent,
  },
  {
    name: "a header that can't be sent",
    setup: () => ({ options: { headers: { "X-Name": "a\nb" } } }),
    ends: unsent,
  },
  {
    name: "a body with a bigint",
    operation: "addThing",
    input: { size: 1n },
    ends: unsent,
  },
];

export const rows: readonly Row[] = [
  ...successes,
  ...undecodables,
  ...errorStatuses,
  ...connections,
  ...limits,
  ...hooks,
  ...functions,
  ...unusable,
];

/** Each row by each way. */
export const endings: readonly Case[] = rows.flatMap((row) =>
  ways.map((way) => ({
    name: `${row.name}, by ${way.name}`,
    inapplicable: row.inapplicable,
    run: (place: Place) => check(row, way, place),
  })),
);

async function check(row: Row, way: Way, place: Place): Promise<void> {
  const { reply, operation = "getThing", input = { id: "1" }, setup, ends, differs } = row;
  const { client = {}, options = {}, afterwards } = setup?.(place) ?? {};
  const spot = spotFor(place, reply ?? "thing");
  const promised = way.start({
    operation,
    input,
    client: { serverURL: spot.url, retries: { strategy: "none" }, ...client },
    options,
  });
  const end = differs?.[place.engine] ?? ends;
  expectEnd(await way.read(promised), end, operation);
  await afterwards?.();
  expectEnd(await way.read(promised), end, operation);
  if (reply === undefined) expectEqual("arrivals", await spot.arrivals(), []);
}

function expectEnd(ending: Ending, end: End, operation: string): void {
  if ("value" in end) {
    if ("error" in ending) throw ending.error;
    expectEqual("value", ending.value, end.value);
    return;
  }
  if ("value" in ending) throw new Error(`got the value ${JSON.stringify(ending.value)}`);
  const { error } = ending;
  if (!(error instanceof ThingsBaseError))
    throw new Error(`got ${String(error)}, no error of ours`);
  const { kind, status, attempts, message } = error;
  expectEqual(
    `the error (${message})`,
    { kind, status, attempts, operation: error.request.operationId },
    { kind: end.kind, status: end.status, attempts: end.attempts ?? 1, operation },
  );
  expectEqual(`${error.name} is a ${end.type.name}`, error instanceof end.type, true);
  expectEqual("kind in JSON", JSON.parse(JSON.stringify(error)).kind, kind);
}

function thrower(): never {
  throw new Error("thrown");
}

async function rejecter(): Promise<never> {
  throw new Error("rejected");
}

function abortOnceSent() {
  const controller = new AbortController();
  const beforeRequest = () => abortSoon(controller);
  return { client: { hooks: { beforeRequest } }, options: { signal: controller.signal } };
}

function abortOnceAnswered() {
  const controller = new AbortController();
  const afterResponse = () => abortSoon(controller);
  return { client: { hooks: { afterResponse } }, options: { signal: controller.signal } };
}

function abortSoon(controller: AbortController): void {
  setTimeout(() => controller.abort(), 30);
}

function abortOnceRead() {
  const controller = new AbortController();
  return { options: { signal: controller.signal }, afterwards: () => controller.abort() };
}
