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
  /** Credentials, and what else no message may tell. */
  readonly secrets: string[];
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

  constructor({ request, attempts, secrets }: CallSummary, what: string, options?: ErrorOptions) {
    const message = `${request.operationId}: ${what}${reasonOf(options?.cause)}`;
    super(hidden(message, secrets), options);
    this.request = { ...request, url: hidden(request.url, secrets) };
    this.attempts = attempts;
    this.#secrets = secrets;
  }

  /** What may be logged: no header, no credential, and no body but that of an error response. */
  toJSON(): Record<string, unknown> {
    const { name, kind, status, message, request, attempts } = this;
    const told = { name, kind, status, message, request, attempts, ...this.told?.() };
    return JSON.parse(JSON.stringify(told), (_, value) =>
      typeof value === "string" ? hidden(value, this.#secrets) : value,
    );
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

function hidden(text: string, secrets: readonly string[]): string {
  return secrets.reduce((rest, secret) => rest.replaceAll(secret, "***"), text);
}

/** What arrived. */
export interface Reply {
  readonly response: Response;
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
  /** What the server asked for by `Retry-After-Ms` or `Retry-After`. */
  readonly retryAfterMs: number | undefined;
}

/** The server answered with an error status. */
export abstract class ResponseError<Status extends number, Body> extends ReplyError<ErrorReply> {
  override readonly kind = "response";
  override readonly status: Status;

  constructor(call: CallSummary, reply: ErrorReply) {
    super(call, new.target.reasonIn(reply.body), reply);
    // The cast states what the emitted code guarantees: it picks the class by the status.
    this.status = reply.response.status as Status;
  }

  /** The sentence for a person in a payload. */
  static reasonIn(body: unknown): string | undefined {
    // Sound, since what is read of it is taken for nothing until it proves to be text.
    const payload = Object(body) as Payload;
    for (const told of [payload.errors?.[0], payload, payload.error]) {
      const reason = told?.long_message ?? told?.message ?? told?.detail ?? told?.title;
      if (typeof reason === "string") return reason;
    }
    return undefined;
  }

  /** The parsed payload; an `SDKError` has the text where it is no JSON. */
  get body(): Body {
    // The cast states what the document promises: this body comes with this class.
    return this.reply.body as Body;
  }

  /** How long the server asked to wait before the next try, in milliseconds. */
  get retryAfterMs(): number | undefined {
    return this.reply.retryAfterMs;
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

/** The server answered with an error status that the document doesn't describe. */
export class SDKError<Status extends number = HttpErrorStatus> extends ResponseError<
  Status,
  unknown
> {
  override readonly name = "SDKError";
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
  readonly errors?: readonly (Payload | undefined)[];
  readonly error?: Payload;
  readonly long_message?: unknown;
  readonly message?: unknown;
  readonly detail?: unknown;
  readonly title?: unknown;
}
