import type { CallOptions, ClientSettings } from "./client-core.js";
import { discard } from "./discard.js";
import type { Draft } from "./draft.js";
import { type CallSummary, InvalidRequestError, ResponseDecodeError } from "./errors.js";
import { callOf, type HookContext, type Hooks } from "./hooks.js";
import type { Operation } from "./operation.js";
import { authorize, type Outgoing } from "./security.js";

/** How to send one call. */
export interface Sending {
  readonly operation: Operation;
  /** The argument of the call. */
  readonly request: object;
  readonly settings: ClientSettings;
  readonly options: CallOptions;
  readonly draft: Draft;
  /** The description of the operation for hooks. */
  readonly operationInfo: HookContext["operation"];
}

/** The message for a request that `fetch` refuses to create. */
export const refusedByFetch = "invalid request";

/** The options of a request, without its URL. */
interface Init extends RequestInit {
  readonly signal: AbortSignal;
  /** Required for streams (Fetch, RequestInit); missing from TypeScript's types. */
  readonly duplex: "half";
}

/** Sends one request and returns its response, both after the hooks. The body is unread. */
export async function exchange(
  sending: Sending,
  call: CallSummary,
  signal: AbortSignal,
): Promise<Response> {
  const { operation, options, settings } = sending;
  signal.throwIfAborted();
  const outgoing = outgoingFrom(sending, signal);
  const security = operation.security ?? settings.api.security;
  if (security) await authorize(security, outgoing, call);
  const { url, body = null, fetch } = outgoing;
  const { method } = operation;
  const headers = Object.fromEntries(outgoing.headers);
  const init: Init = { ...options.fetchOptions, method, headers, body, signal, duplex: "half" };
  const { hooks } = settings.options;
  if (hooks) return shown(hooks, sending, call, outgoing, init);
  // A stream can be used only once, so it can't be checked again after a failure.
  const isStream = body instanceof ReadableStream;
  if (isStream) requestFrom(url, init, call);
  signal.throwIfAborted();
  call.attempts += 1;
  try {
    return await fetch(url, init);
  } catch (cause) {
    // `fetch` rejects in the same way for a broken connection and an invalid request; this tells
    // them apart.
    if (!isStream) requestFrom(url, init, { ...call, attempts: 0 });
    throw cause;
  }
}

function outgoingFrom({ settings, draft }: Sending, signal: AbortSignal): Outgoing {
  const { fetch, credentials, clock } = settings;
  const { url, server, body, prepare = [] } = draft;
  const headers = new Map(draft.headers);
  // Lists the fields, because V8 takes microseconds to spread two objects into one.
  const outgoing: Outgoing = { url, server, headers, body, signal, fetch, credentials, clock };
  for (const change of prepare) change(outgoing);
  return outgoing;
}

/** The same with a `Request` for hooks. Creating one takes longer than the rest of a call. */
async function shown(
  hooks: Hooks,
  { options, operationInfo: operation }: Sending,
  call: CallSummary,
  { url, fetch }: Outgoing,
  init: Init,
): Promise<Response> {
  const { signal } = init;
  callOf.set(operation, call);
  const context = { operation, attempt: call.attempts + 1 };
  const fresh = requestFrom(url, init, call);
  let request = fresh;
  try {
    request = (await hooks.beforeRequest?.({ ...context, request })) ?? fresh;
  } catch (cause) {
    throw new InvalidRequestError(call, "the beforeRequest hook threw", { cause });
  }
  signal.throwIfAborted();
  call.attempts += 1;
  // The `fetch` of another library can't read a `Request`, so it gets one only from a hook that
  // returns its own, or for a stream, which may be locked by the request.
  const isOwn = request === fresh && !(init.body instanceof ReadableStream);
  // Passes the signal again: a request from a hook has none, and on Node a request that is garbage
  // collected while the response's body arrives no longer forwards its signal.
  const response = isOwn
    ? await fetch(url, { ...init, headers: request.headers })
    : await fetch(request, { ...options.fetchOptions, signal });
  try {
    const replaced = (await hooks.afterResponse?.({ ...context, request, response })) ?? response;
    if (replaced.body !== response.body) discard(response);
    return replaced;
  } catch (cause) {
    discard(response);
    const reply = { response, rawBody: "" };
    throw new ResponseDecodeError(call, "the afterResponse hook threw", reply, { cause });
  }
}

function requestFrom(url: string, init: Init, call: CallSummary): Request {
  try {
    return new Request(url, init);
  } catch (cause) {
    throw new InvalidRequestError(call, refusedByFetch, { cause });
  }
}
