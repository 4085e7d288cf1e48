import { hiding, masked, type SecretFields } from "./mask.js";
import { retryAfterIn } from "./retry.js";
import { printable, reasonOf, safeCause } from "./safe-cause.js";
import type { HttpErrorStatus } from "./status.js";

/** The request of an error. It has no headers and no body, and therefore no credentials. */
export interface RequestSummary {
  readonly method: string;
  readonly url: string;
  readonly operationId: string;
}

/** What is known about a call when it fails. */
export interface CallSummary {
  readonly request: RequestSummary;
  /** How often the request was sent; 0 if it never was. */
  attempts: number;
  /** Credentials and other values that messages and logs must not contain. */
  readonly secrets: string[];
  /** The fields of payloads whose values are secret. */
  readonly secretFields?: SecretFields | undefined;
  /** The request id in the response to the last attempt. */
  requestId?: string | undefined;
}

/** The base class of all errors of a call. Narrow with `kind` or `status`. */
export abstract class BaseError extends Error {
  /** The kind of the error, which identifies the member of the union. */
  abstract readonly kind:
    | "response"
    | "connection"
    | "timeout"
    | "aborted"
    | "invalid-request"
    | "decode"
    | "paging";
  /** The error status of the response, or `undefined` if there was none. */
  readonly status: number | undefined = undefined;
  readonly request: RequestSummary;
  /** How often the request was sent; 0 if it never was. */
  readonly attempts: number;
  /** The server's id of the request, from `X-Request-Id` or a similar header. */
  readonly requestId: string | undefined;

  constructor(call: CallSummary, what: string, options?: ErrorOptions) {
    const { request, attempts, secrets, requestId } = call;
    const hide = hiding(secrets);
    const cause = safeCause(options?.cause, hide);
    const message = `${request.operationId}: ${what}${reasonOf(cause)}`;
    super(printable(hide(message)), options && { ...options, cause });
    this.request = { ...request, url: hide(request.url) };
    this.attempts = attempts;
    this.requestId = requestId && hide(requestId);
  }

  /**
   * The error with its own fields, for logs, but without headers, credentials and bodies. Only the
   * body of an error response is included, without its secrets.
   */
  toJSON(): Record<string, unknown> {
    const { name, message, ...fields }: BaseError = this;
    return { name, message, ...fields };
  }
}

/** The response that arrived. */
export interface Reply {
  readonly response: Response;
  /** The body, decoded with the charset of its Content-Type. */
  readonly rawBody: string;
}

/** An error with a response from the server. */
abstract class ReplyError<Arrived extends Reply> extends BaseError {
  readonly #reply: Arrived;

  constructor(call: CallSummary, what: string | undefined, reply: Arrived, options?: ErrorOptions) {
    super(call, `the server answered ${reply.response.status}${what ? `: ${what}` : ""}`, options);
    this.#reply = reply;
  }

  /** Kept off the instance, so that printing an error doesn't print the response. */
  protected get reply(): Arrived {
    return this.#reply;
  }

  /** The response. Its body has been read; see `rawBody`. */
  get response(): Response {
    return this.reply.response;
  }

  /** The body as text, as it arrived. */
  get rawBody(): string {
    return this.reply.rawBody;
  }

  get headers(): Headers {
    return this.response.headers;
  }

  /** The Content-Type of the response, or `""`. */
  get contentType(): string {
    return this.headers.get("Content-Type") ?? "";
  }
}

/** A response with an error status. */
export interface ErrorReply extends Reply {
  /** The parsed payload, or the text if it isn't JSON. */
  readonly body: unknown;
}

/** Creates the error of a response. */
export interface ErrorReader {
  /** @throws if the payload doesn't have the documented format. */
  errorFrom(call: CallSummary, reply: Reply): BaseError;
}

/** The server responded with an error status. */
export abstract class ResponseError<Status extends number, Body> extends ReplyError<ErrorReply> {
  override readonly kind = "response";
  override readonly status: Status;
  /** The delay that the server requested before the next attempt, in milliseconds. */
  readonly retryAfterMs: number | undefined;
  readonly #call: CallSummary;

  constructor(call: CallSummary, reply: ErrorReply) {
    // The message may repeat the value of a secret field.
    call.secretFields?.register(reply.body, call.secrets);
    super(call, new.target.reasonIn(reply.body), reply);
    this.retryAfterMs = retryAfterIn(reply.response.headers);
    // The cast is safe: the emitted code selects the class by status.
    this.status = reply.response.status as Status;
    this.#call = call;
  }

  /** Creates the error of a response whose payload must be JSON. */
  static errorFrom(this: ResponseErrorClass, call: CallSummary, reply: Reply): BaseError {
    return new this(call, { ...reply, body: JSON.parse(reply.rawBody) });
  }

  /** The human-readable message in a payload, or the first line of a text that isn't HTML. */
  static reasonIn(body: unknown): string | undefined {
    if (typeof body === "string") return /^\s*([^<\s].*)/.exec(body)?.[1];
    // The cast is safe: every value read from it is checked to be text.
    const payload = Object(body) as Payload;
    const { errors, error, error_description: described } = payload;
    const first = Array.isArray(errors) ? errors[0] : undefined;
    for (const source of [first, payload, described, error]) {
      // All `undefined` if `source` is text.
      const { long_message, message, detail, title } = Object(source) as Payload;
      for (const reason of [long_message, message, detail, title, source]) {
        if (reason && typeof reason === "string") return reason;
      }
    }
    return undefined;
  }

  /** The parsed payload. The body of an `SDKError` is text if it isn't JSON. */
  get body(): Body {
    // The cast relies on the document: it declares this payload for this class.
    return this.reply.body as Body;
  }

  override toJSON(): Record<string, unknown> {
    const { secrets, secretFields } = this.#call;
    return { ...super.toJSON(), body: masked(this.body, secretFields?.names, secrets) };
  }
}

/** An error class for a documented payload. */
export type ResponseErrorClass = new (
  call: CallSummary,
  reply: ErrorReply,
) => ResponseError<number, unknown>;

/** The server responded with an error status that has no documented JSON payload. */
export class SDKError<
  Status extends number = HttpErrorStatus,
  Body = unknown,
> extends ResponseError<Status, Body> {
  override readonly name = "SDKError";

  /** Creates the error of a response with any payload. */
  static override errorFrom(call: CallSummary, reply: Reply): BaseError {
    let body: unknown = reply.rawBody;
    try {
      body = JSON.parse(reply.rawBody);
    } catch {}
    return new SDKError(call, { ...reply, body });
  }
}

/** The server can't be reached, or the connection was lost. */
export class ConnectionError extends BaseError {
  override readonly name = "ConnectionError";
  override readonly kind = "connection";
  declare readonly status: undefined;
}

/** An attempt took longer than `timeoutMs`, or a stream waited longer than `idleTimeoutMs`. */
export class RequestTimeoutError extends BaseError {
  override readonly name = "RequestTimeoutError";
  override readonly kind = "timeout";
  declare readonly status: undefined;
  /** The time limit, in milliseconds. */
  readonly timeoutMs: number;

  constructor(call: CallSummary, timeoutMs: number, missing = "answer") {
    super(call, `no ${missing} within ${timeoutMs} ms`);
    this.timeoutMs = timeoutMs;
  }
}

/** The caller's `signal` aborted the call; `cause` is the signal's reason. */
export class RequestAbortedError extends BaseError {
  override readonly name = "RequestAbortedError";
  override readonly kind = "aborted";
  declare readonly status: undefined;
}

/**
 * The request can't be created: an invalid path value, no server, no credential, or a hook that
 * threw.
 */
export class InvalidRequestError extends BaseError {
  override readonly name = "InvalidRequestError";
  override readonly kind = "invalid-request";
  declare readonly status: undefined;
}

/** The server responded, but the response doesn't have the documented format. */
export class ResponseDecodeError extends ReplyError<Reply> {
  override readonly name = "ResponseDecodeError";
  override readonly kind = "decode";
  declare readonly status: undefined;

  /** The HTTP status. `status` is reserved for errors with a readable payload. */
  get httpStatus(): number {
    return this.response.status;
  }

  override toJSON(): Record<string, unknown> {
    return { ...super.toJSON(), httpStatus: this.httpStatus };
  }
}

/** The errors of every operation that have no error response; their `status` is `undefined`. */
export type TransportError =
  | ConnectionError
  | RequestTimeoutError
  | RequestAbortedError
  | InvalidRequestError
  | ResponseDecodeError;

/** The fields in which most APIs put a human-readable message. */
interface Payload {
  readonly errors?: unknown;
  readonly error?: unknown;
  readonly error_description?: unknown;
  readonly long_message?: unknown;
  readonly message?: unknown;
  readonly detail?: unknown;
  readonly title?: unknown;
}
