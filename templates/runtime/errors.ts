import { hidden, masked, shortened } from "./mask.js";
import { retryAfterIn } from "./retry.js";
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
  attempts: number;
  /** Credentials, and other values that no message and no log may contain. */
  readonly secrets: string[];
  /** The id that the server gave to the last attempt. */
  requestId?: string | undefined;
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
  readonly #secrets: readonly string[];

  /** The server's id of the request, from its `X-Request-Id` or another usual header. */
  readonly requestId: string | undefined;

  constructor(call: CallSummary, what: string, options?: ErrorOptions) {
    const { request, attempts, secrets, requestId } = call;
    const cause = safeCause(options?.cause, secrets);
    const message = `${request.operationId}: ${what}${reasonOf(cause)}`;
    super(printable(hidden(message, secrets)), options && { ...options, cause });
    this.request = { ...request, url: hidden(request.url, secrets) };
    this.attempts = attempts;
    this.requestId = requestId;
    this.#secrets = secrets;
  }

  /** What may be logged: no header, no credential, and no body but that of an error response. */
  toJSON(): Record<string, unknown> {
    const { name, kind, status, message, request, attempts, requestId } = this;
    const details = { name, kind, status, message, request, attempts, requestId };
    // The cast states what masking keeps: an object.
    return masked({ ...details, ...this.told?.() }, [], this.#secrets) as Record<string, unknown>;
  }

  /** What a kind of error tells beside that. */
  protected told?(): object;
}

/** The innermost message: `fetch failed` hides the reason in its cause. */
function reasonOf(cause: unknown): string {
  if (!(cause instanceof Error)) return "";
  const inner = cause instanceof AggregateError ? cause.errors[0] : cause.cause;
  return reasonOf(inner) || `: ${cause.message}`;
}

/** One line for a terminal: a server decides what its answers say. */
function printable(text: string): string {
  return shortened(text, 1000).replace(
    /[\p{C}\p{Zl}\p{Zp}]/gu,
    (character) => `\\u{${character.codePointAt(0)?.toString(16)}}`,
  );
}

/** The cause, or a copy of it where it contains a secret: a parser quotes what it can't read. */
function safeCause(cause: unknown, secrets: readonly string[]): unknown {
  if (!(cause instanceof Error)) return cause;
  const { name, message, stack } = cause;
  const inner = safeCause(cause.cause, secrets);
  const text = message + stack;
  if (inner === cause.cause && hidden(text, secrets) === text) return cause;
  const copy = new Error(hidden(message, secrets), { cause: inner });
  return Object.assign(copy, { name });
}

/** What arrived. */
export interface Reply {
  readonly response: Response;
  /** The body, in the charset of its Content-Type. */
  readonly rawBody: string;
}

/** The server answered; the call fails all the same. */
abstract class ReplyError<Arrived extends Reply> extends BaseError {
  readonly #reply: Arrived;

  constructor(call: CallSummary, what: string | undefined, reply: Arrived, options?: ErrorOptions) {
    super(call, `the server answered ${reply.response.status}${what ? `: ${what}` : ""}`, options);
    this.#reply = reply;
  }

  /** Kept off the instance, so that nothing which prints an error prints what arrived. */
  protected get reply(): Arrived {
    return this.#reply;
  }

  /** The response; its body has been read, into `rawBody`. */
  get response(): Response {
    return this.reply.response;
  }

  /** The body as it arrived. */
  get rawBody(): string {
    return this.reply.rawBody;
  }

  get headers(): Headers {
    return this.response.headers;
  }

  /** The media type that the server declared, or `""`. */
  get contentType(): string {
    return this.headers.get("Content-Type") ?? "";
  }
}

/** A response with an error status, as it arrived. */
export interface ErrorReply extends Reply {
  /** The parsed payload, or the text where it is no JSON. */
  readonly body: unknown;
}

/** Makes the error of a reply. */
export interface ErrorReader {
  /** @throws when the payload isn't what the document says. */
  errorFrom(call: CallSummary, reply: Reply): BaseError;
}

/** The server answered with an error status. */
export abstract class ResponseError<Status extends number, Body> extends ReplyError<ErrorReply> {
  override readonly kind = "response";
  override readonly status: Status;
  /** How long the server asked to wait before the next attempt, in milliseconds. */
  readonly retryAfterMs: number | undefined;

  constructor(call: CallSummary, reply: ErrorReply) {
    super(call, new.target.reasonIn(reply.body), reply);
    this.retryAfterMs = retryAfterIn(reply.response.headers);
    // The cast states what the emitted code guarantees: it picks the class by the status.
    this.status = reply.response.status as Status;
  }

  /** The error of a reply whose payload has to be JSON. */
  static errorFrom(this: ResponseErrorClass, call: CallSummary, reply: Reply): BaseError {
    return new this(call, { ...reply, body: JSON.parse(reply.rawBody) });
  }

  /** The sentence for a person in a payload, or in the first line of a text that is no HTML. */
  static reasonIn(body: unknown): string | undefined {
    if (typeof body === "string") return /^\s*([^<\s].*)/.exec(body)?.[1];
    // Sound, since what is read of it is taken for nothing until it proves to be text.
    const payload = Object(body) as Payload;
    const { errors, error, error_description: described } = payload;
    const first = Array.isArray(errors) ? errors[0] : undefined;
    for (const told of [first, payload, described, error]) {
      if (typeof told === "string" && told) return told;
      // A text has none of these.
      const { long_message, message, detail, title } = Object(told) as Payload;
      const reason = long_message ?? message ?? detail ?? title;
      if (typeof reason === "string") return reason;
    }
    return undefined;
  }

  /** The parsed payload; an `SDKError` has the text where it is no JSON. */
  get body(): Body {
    // The cast states what the document promises: this body comes with this class.
    return this.reply.body as Body;
  }

  protected override told(): object {
    return { body: this.body };
  }
}

/** An error class for one documented payload. */
export type ResponseErrorClass = new (
  call: CallSummary,
  reply: ErrorReply,
) => ResponseError<number, unknown>;

/** The server answered with an error status for which the document describes no JSON. */
export class SDKError<
  Status extends number = HttpErrorStatus,
  Body = unknown,
> extends ResponseError<Status, Body> {
  override readonly name = "SDKError";

  /** The error of a reply whatever its payload is. */
  static override errorFrom(call: CallSummary, reply: Reply): BaseError {
    let body: unknown = reply.rawBody;
    try {
      body = JSON.parse(reply.rawBody);
    } catch {}
    return new SDKError(call, { ...reply, body });
  }
}

/** The server couldn't be reached, or the connection was lost. */
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
    super(call, `no answer within ${timeoutMs} ms`);
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
export class ResponseDecodeError extends ReplyError<Reply> {
  override readonly name = "ResponseDecodeError";
  override readonly kind = "decode";
  override readonly status = undefined;

  /** The status that came; `status` is that of errors whose payload could be read. */
  get httpStatus(): number {
    return this.response.status;
  }

  protected override told(): object {
    return { httpStatus: this.httpStatus };
  }
}

/** The members that every operation's union has besides its responses: their `status` is `undefined`. */
export type TransportError =
  | ConnectionError
  | RequestTimeoutError
  | RequestAbortedError
  | InvalidRequestError
  | ResponseDecodeError;

/** Where most APIs put a sentence for a person. */
interface Payload {
  readonly errors?: unknown;
  readonly error?: unknown;
  readonly error_description?: unknown;
  readonly long_message?: unknown;
  readonly message?: unknown;
  readonly detail?: unknown;
  readonly title?: unknown;
}
