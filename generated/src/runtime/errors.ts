// Emitted by sdkwright 0.1.0 from document ddea6a7bbd82. What is written here is lost at the next run.

import type { HttpErrorStatus } from "./status.js";

/** The request that an error is about. It holds no header and no body, and so no credential. */
export interface RequestSummary {
  readonly method: string;
  readonly url: string;
  readonly operationId: string;
}

/** What is known of a call when it fails. */
export interface CallSummary {
  readonly request: RequestSummary;
  /** How many times the request was sent; 0 when it never was. */
  readonly attempts: number;
}

/** The base of every error that a call can end with: `kind` and `status` tell them apart. */
export abstract class BaseError extends Error {
  /** Which member of the union this is. */
  abstract readonly kind:
    | "response"
    | "connection"
    | "timeout"
    | "aborted"
    | "invalid-request"
    | "decode";
  /** The status of the response, or `undefined` where no error status was received. */
  abstract readonly status: number | undefined;
  readonly request: RequestSummary;
  /** How many times the request was sent; 0 when it never was. */
  readonly attempts: number;

  constructor(call: CallSummary, what: string, options?: ErrorOptions) {
    super(`${call.request.operationId}: ${what}`, options);
    this.request = call.request;
    this.attempts = call.attempts;
  }

  /** What may be logged: no header, and no body but that of an error response. */
  toJSON(): Record<string, unknown> {
    const { name, kind, status, message, request, attempts } = this;
    return { name, kind, status, message, request, attempts };
  }
}

/** A response with an error status, as it arrived. */
export interface ErrorReply {
  readonly response: Response;
  readonly rawBody: string;
  /** The parsed payload, or the text where it is no JSON. */
  readonly body: unknown;
  /** What the server asked for by `Retry-After-Ms` or `Retry-After`. */
  readonly retryAfterMs: number | undefined;
}

/** The server answered with an error status. */
export abstract class ResponseError<Status extends number, Body> extends BaseError {
  /** The keys to the sentence in the payload that is written for people, where the document says so. */
  static readonly messagePath: readonly (string | number)[] | undefined = undefined;
  override readonly kind = "response";
  override readonly status: Status;
  readonly body: Body;
  /** The body as it arrived. */
  readonly rawBody: string;
  readonly #response: Response;
  /** How long the server asked to wait before the next try, in milliseconds. */
  readonly retryAfterMs: number | undefined;

  constructor(call: CallSummary, reply: ErrorReply) {
    const { response, body } = reply;
    super(call, `the server answered ${response.status}${reasonIn(body, new.target.messagePath)}`);
    // The casts state what the emitted code guarantees: it picks the class by the status, and the
    // document says which body comes with it.
    this.status = response.status as Status;
    this.body = body as Body;
    this.rawBody = reply.rawBody;
    this.#response = response;
    this.retryAfterMs = reply.retryAfterMs;
  }

  /** The response; its body has been read, into `rawBody`. */
  get response(): Response {
    return this.#response;
  }

  get headers(): Headers {
    return this.response.headers;
  }

  /** The media type that the server declared, or `""`. */
  get contentType(): string {
    return this.headers.get("Content-Type") ?? "";
  }

  override toJSON(): Record<string, unknown> {
    return { ...super.toJSON(), body: this.body };
  }
}

/** An error class for one documented payload. */
export type ResponseErrorClass = new (
  call: CallSummary,
  reply: ErrorReply,
) => ResponseError<number, unknown>;

/** The server answered with an error status that the document doesn't describe. */
export class SDKError<Status extends number = HttpErrorStatus> extends ResponseError<
  Status,
  unknown
> {
  override readonly name = "SDKError";
}

/** The server could not be reached, or the connection broke. */
export class ConnectionError extends BaseError {
  override readonly name = "ConnectionError";
  override readonly kind = "connection";
  override readonly status = undefined;
}

/** An attempt took longer than `timeoutMs`. */
export class RequestTimeoutError extends BaseError {
  override readonly name = "RequestTimeoutError";
  override readonly kind = "timeout";
  override readonly status = undefined;
  /** The limit that was passed, in milliseconds. */
  readonly timeoutMs: number;

  constructor(call: CallSummary, timeoutMs: number) {
    super(call, `no complete answer within ${timeoutMs} ms`);
    this.timeoutMs = timeoutMs;
  }
}

/** The caller's `signal` aborted the call; `cause` is its reason. */
export class RequestAbortedError extends BaseError {
  override readonly name = "RequestAbortedError";
  override readonly kind = "aborted";
  override readonly status = undefined;
}

/** The request could not be made: a bad path value, no server, no credential, a hook that threw. */
export class InvalidRequestError extends BaseError {
  override readonly name = "InvalidRequestError";
  override readonly kind = "invalid-request";
  override readonly status = undefined;
}

/** The server answered, but its answer could not be understood. */
export class ResponseDecodeError extends BaseError {
  override readonly name = "ResponseDecodeError";
  override readonly kind = "decode";
  override readonly status = undefined;
  /** The body as it arrived. */
  readonly rawBody: string;
  readonly #response: Response;

  constructor(
    call: CallSummary,
    what: string,
    reply: Pick<ErrorReply, "response" | "rawBody">,
    options?: ErrorOptions,
  ) {
    super(call, what, options);
    this.#response = reply.response;
    this.rawBody = reply.rawBody;
  }

  /** The response; its body has been read, into `rawBody`. */
  get response(): Response {
    return this.#response;
  }
}

/** The members that every operation's union has besides its responses: their `status` is `undefined`. */
export type TransportError =
  | ConnectionError
  | RequestTimeoutError
  | RequestAbortedError
  | InvalidRequestError
  | ResponseDecodeError;

/** The sentence for a person that most APIs put somewhere in an error payload. */
function reasonIn(body: unknown, path: readonly (string | number)[] | undefined): string {
  const told = path?.reduce<unknown>((value, key) => Object(value)[key], body);
  if (typeof told === "string") return `: ${told}`;
  for (const candidate of [firstOf(body, "errors"), body, at(body, "error")]) {
    for (const key of ["long_message", "message", "detail", "title"]) {
      const text = at(candidate, key);
      if (typeof text === "string") return `: ${text}`;
    }
  }
  return "";
}

function firstOf(value: unknown, key: string): unknown {
  const list = at(value, key);
  return Array.isArray(list) ? list[0] : undefined;
}

function at(value: unknown, key: string): unknown {
  // Reading a property of any object is sound; what it holds stays unknown.
  return typeof value === "object" && value !== null
    ? (value as Record<string, unknown>)[key]
    : undefined;
}
