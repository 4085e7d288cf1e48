import type { Clock } from "./clock.js";
import { onAbort } from "./on-abort.js";
import type { Operation } from "./operation.js";
import { entryFor } from "./status.js";

/** A request that reached a double. */
export interface Sent {
  readonly method: string;
  readonly url: string;
  readonly headers: Headers;
  /** The first megabyte of the body. */
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly signal: AbortSignal | undefined;
}

/** Answers a request as `fetch` does. */
export type Answer = (sent: Sent) => Promise<Response>;

/** A response with any status, documented or not. */
export interface RawAnswer {
  /** Default 200. */
  readonly status?: number | undefined;
  /** Default `text/plain`. */
  readonly contentType?: string | undefined;
  readonly headers?: Readonly<Record<string, string>> | undefined;
}

/** A failure with any status. */
export interface FailureAnswer {
  /** `Retry-After`, in seconds. */
  readonly retryAfter?: number | undefined;
  /** Strings are sent unchanged, and anything else as JSON. */
  readonly body?: unknown;
  /** Default `application/json`, or `text/plain` for text. */
  readonly contentType?: string | undefined;
  readonly headers?: Readonly<Record<string, string>> | undefined;
}

/** A success with a value, in the media type that the request accepts. */
export function replying(operation: Operation, value: unknown): Answer {
  const status = successStatus(operation, value);
  return async ({ headers }) => {
    const contentType = acceptedType(headers);
    const isRaw = isBody(value) && (typeof value !== "string" || !isJSON(contentType));
    return responseOf(status, isRaw ? value : JSON.stringify(value), {
      "Content-Type": contentType,
    });
  };
}

/** A documented failure. */
export function failing(operation: Operation, status: number, body: unknown): Answer {
  // A class reads JSON; other readers also read text.
  const isText =
    typeof body === "string" && typeof entryFor(operation.errors ?? {}, status) !== "function";
  return failingWith(status, {
    body: isText ? body : JSON.stringify(body),
    contentType: isText ? "text/plain" : "application/json",
  });
}

export function failingWith(status: number, answer: FailureAnswer = {}): Answer {
  const { retryAfter, body, contentType, headers } = answer;
  const isText = typeof body === "string";
  return async () =>
    responseOf(status, isText ? body : JSON.stringify(body), {
      ...(body === undefined
        ? {}
        : { "Content-Type": contentType ?? (isText ? "text/plain" : "application/json") }),
      ...(retryAfter === undefined ? {} : { "Retry-After": String(retryAfter) }),
      ...headers,
    });
}

export function sending(text: string, answer: RawAnswer = {}): Answer {
  const { status = 200, contentType = "text/plain", headers } = answer;
  return async () => responseOf(status, text, { "Content-Type": contentType, ...headers });
}

/**
 * A stream of items, in the format that the request accepts.
 *
 * @param isBroken whether the connection breaks after the last item.
 */
export function streaming(items: readonly unknown[], isBroken: boolean): Answer {
  return async ({ headers }) => {
    const contentType = acceptedType(headers);
    const texts = items.map((item) => itemText(item, contentType));
    const encoder = new TextEncoder();
    const body = new ReadableStream({
      pull(controller) {
        const text = texts.shift();
        if (text !== undefined) controller.enqueue(encoder.encode(text));
        else if (isBroken) controller.error(new TypeError("terminated"));
        else controller.close();
      },
    });
    return responseOf(200, body, { "Content-Type": contentType });
  };
}

/** An item of a stream: an event, a line of JSON, or a text of a sequence (RFC 7464). */
function itemText(item: unknown, contentType: string): string {
  if (!/event-stream/i.test(contentType)) {
    return `${/json-seq/i.test(contentType) ? "\u001e" : ""}${JSON.stringify(item)}\n`;
  }
  const { event, id, data }: { event?: unknown; id?: unknown; data?: unknown } = Object(item);
  const text = typeof data === "string" ? data : JSON.stringify(data ?? item);
  const lines = text.split("\n").map((line) => `data: ${line}\n`);
  const head = [
    ...(event === undefined ? [] : [`event: ${event}\n`]),
    ...(id === undefined ? [] : [`id: ${id}\n`]),
  ];
  return `${[...head, ...lines].join("")}\n`;
}

/** A connection that breaks, as the global `fetch` reports it. */
export function dropping(when: "before-headers" | "mid-body"): Answer {
  return async ({ headers }) => {
    if (when === "before-headers") throw new TypeError("fetch failed");
    const body = new ReadableStream({
      start: (controller) => controller.enqueue(new TextEncoder().encode("{")),
      pull: (controller) => controller.error(new TypeError("terminated")),
    });
    return responseOf(200, body, { "Content-Type": acceptedType(headers) });
  };
}

/** No answer until the request is aborted. */
export const hanging: Answer = ({ signal }) =>
  new Promise((_, reject) => onAbort(signal, () => reject(signal?.reason)));

/** The same answer after `ms` milliseconds of a clock. */
export function delayed(answer: Answer, ms: number, clock: Clock): Answer {
  return async (sent) => {
    await clock.sleep(ms, sent.signal);
    sent.signal?.throwIfAborted();
    return answer(sent);
  };
}

/** The first documented status, else 200, or 204 without a value. */
function successStatus({ success = {} }: Operation, value: unknown): number {
  const exact = Object.keys(success).map(Number).find(Number.isInteger);
  return exact ?? (value === undefined ? 204 : 200);
}

/** The first media type of `Accept` that names one. */
function acceptedType(headers: Headers): string {
  const [first = ""] = (headers.get("Accept") ?? "").split(/[,;]/);
  return first.includes("*") || first === "" ? "application/octet-stream" : first.trim();
}

function isJSON(contentType: string): boolean {
  return /[/+]json$/i.test(contentType);
}

function isBody(value: unknown): value is BodyInit {
  return (
    typeof value === "string" ||
    value instanceof Blob ||
    value instanceof ReadableStream ||
    value instanceof ArrayBuffer ||
    ArrayBuffer.isView(value)
  );
}

function responseOf(
  status: number,
  body: BodyInit | undefined,
  headers: Readonly<Record<string, string>>,
): Response {
  // These statuses may not have a body (Fetch, null body status).
  const isBodyless = [101, 204, 205, 304].includes(status);
  return new Response(isBodyless ? null : (body ?? null), { status, headers });
}
