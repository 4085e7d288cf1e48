import type { Bytes } from "./bytes.js";
import type { Clock } from "./clock.js";
import type { Encode } from "./encode.js";
import type { CallSummary, ErrorReader } from "./errors.js";
import type { HookContext, Hooks } from "./hooks.js";
import type { Parameter } from "./parameter.js";
import type { RetryConfig } from "./retry.js";
import type { HeaderMap, SecurityScheme } from "./security.js";
import type { StatusPattern } from "./status.js";
import type { Writer } from "./style.js";

/** An operation of the API, as the document describes it. */
export interface Operation extends OperationDetails {
  /** The document's `operationId`. */
  readonly id: string;
  /** The HTTP method in upper case: `GET`. */
  readonly method: string;
  /** The path template, relative to the server's URL: `/domains/{domain_id}`. */
  readonly path: string;
}

/** The properties of an operation other than its id, method and path. */
export interface OperationDetails {
  /**
   * By the field of the request that holds the value. A name in the path template that is missing
   * here is a path parameter in the default style.
   */
  readonly parameters?: Readonly<Record<string, Parameter>>;
  /** A writer alone means a required body with the writer's own media type. */
  readonly body?: BodyWriter | RequestBody;
  /** Registers the secrets in the request of a call. */
  readonly secrets?: RegisterSecrets;
  /** How to read the body of each documented success. A 304 is a success if it is listed. */
  readonly success?: { readonly [pattern in StatusPattern]?: BodyReader | ReaderChoice };
  /** The `Accept` header of calls that don't choose one. Default `application/json`. */
  readonly accept?: string;
  /** What creates the error of each documented failure: a class, or a choice by Content-Type. */
  readonly errors?: { readonly [pattern in StatusPattern]?: ErrorReader };
  /**
   * Alternatives, each a set of schemes to use together (OpenAPI 3.1, Security Requirement Object).
   * Default: the API's security.
   */
  readonly security?: readonly (readonly SecurityScheme[])[];
  /**
   * The operation's own server: its URL, or a function that builds it from the client's options.
   */
  readonly server?: string | ServerChoice;
  /** Set if the operation takes a key by which the server recognizes a repeated request. */
  readonly idempotency?: Idempotency;
  readonly retries?: RetryConfig;
  /** Milliseconds. */
  readonly timeoutMs?: number;
}

export function operation(
  id: string,
  method: string,
  path: string,
  details: OperationDetails,
): Operation {
  return { id, method, path, ...details };
}

/** Registers secrets, so that logs and errors of the call don't contain them. */
export type RegisterSecrets = (request: object, call: CallSummary) => void;

/** The header with the idempotency key, the same for all attempts of a call. */
export interface Idempotency {
  /** The header for the caller's key, or for a random one. */
  readonly fields: (key: string | undefined) => Readonly<Record<string, string>>;
  /** Whether the header is sent: a caller can remove it. */
  readonly isIn: (headers: HeaderMap) => boolean;
}

/** Returns a server's URL. What it throws becomes an error of the call. */
export type ServerChoice = (options: ServerOptions) => string;

/**
 * The server options of a client. The emitted client declares which of them it has, and their
 * values.
 */
export interface ServerOptions {
  readonly server?: string | number | undefined;
  readonly serverVariables?: Readonly<Record<string, string | undefined>> | undefined;
  readonly origin?: string | URL | undefined;
}

export interface RequestBody extends BodySettings {
  readonly write: BodyWriter;
}

export interface BodySettings {
  /** The media type, as the document writes it. Default: the writer's media type. */
  readonly contentType?: string;
  /** Whether the body is left out if none of its fields is set. */
  readonly isOptional?: boolean;
  /**
   * The request field that holds the body. Without it, every field that isn't a parameter belongs
   * to the body.
   */
  readonly field?: string;
  /** How to write fields that don't use the default of the media type. */
  readonly encodings?: Readonly<Record<string, Encoding>>;
}

/**
 * Writes the body from the fields of a call; returns `undefined` if there are none and the body is
 * optional.
 */
export type BodyWriter = (
  fields: Readonly<Record<string, unknown>>,
  settings: BodySettings,
  options?: WriteOptions,
) => WrittenBody | undefined;

/** The options of a call that its body depends on. */
export interface WriteOptions extends WithContentType<string> {
  readonly signal?: AbortSignal | undefined;
}

/** A body that `fetch` accepts. */
export interface WrittenBody {
  readonly body: BodyInit | undefined;
  /** The media type; absent if `fetch` sets it, with the boundary of the parts. */
  readonly contentType?: string;
}

/** How to write one field of a form (OpenAPI 3.1, Encoding Object). */
export interface Encoding {
  /** The media type of the part. */
  readonly contentType?: string;
  /** Headers of the part, other than those that describe its name and its media type. */
  readonly headers?: Readonly<Record<string, string>>;
  /** The style of the value. */
  readonly write?: Writer;
  readonly encode?: Encode;
}

/** Turns the body of a successful response into a value. */
export type BodyReader = BodyDecoder | BodyTaker;

/**
 * Chooses the reader of a success that has several media types.
 *
 * @param contentType as the server sent it, or `""`.
 */
export type ReaderChoice = (contentType: string, sent: SentCall) => BodyReader;

export interface BodyDecoder {
  /**
   * Decodes the whole body. An exception is reported as an invalid payload.
   *
   * @param contentType as the server sent it, or `""`.
   */
  readonly decode: (bytes: Bytes, contentType: string) => unknown;
  readonly take?: never;
  readonly isChosen?: never;
}

export interface BodyTaker {
  readonly decode?: never;
  /** Reads the body from the response itself. An exception is reported as a connection error. */
  readonly take: (response: Response, call: CallSummary, sent: SentCall) => Promise<unknown>;
  /** Whether a request chooses this reader, regardless of the Content-Type of the response. */
  readonly isChosen?: ((request: object) => boolean) | undefined;
}

/** The call whose response is read. */
export interface SentCall {
  /** The argument of the call. */
  readonly request: object;
  readonly options: TakeOptions;
  readonly settings: {
    readonly options: IdleOptions & { readonly hooks?: Hooks | undefined };
    readonly clock: Clock;
  };
  /** The description of the operation for hooks. */
  readonly operationInfo: HookContext["operation"];
}

/** The call options for reading a body from the response. */
export interface TakeOptions
  extends AsForm<BinaryForm>,
    WithAccept<string>,
    StreamOptions,
    ReconnectOptions {
  readonly signal?: AbortSignal | undefined;
}

/** The option of everything that arrives as a stream, for a call or for all calls of a client. */
export interface IdleOptions {
  /**
   * The longest wait for the next item of a stream, in milliseconds; 0, the default, means no limit.
   * The time limit `timeoutMs` ends when the headers arrive.
   */
  readonly idleTimeoutMs?: number | undefined;
}

/** The options of operations that return a stream of items. */
export interface StreamOptions extends IdleOptions {
  /**
   * What restarts `idleTimeoutMs`: items, the default, or any bytes, such as the comments that
   * servers send to keep a connection open.
   */
  readonly idleCounts?: "items" | "bytes" | undefined;
  /** The longest item that is read, in bytes. Default 16 MiB. */
  readonly maxItemBytes?: number | undefined;
}

/** The option of operations whose stream can continue on a new connection. */
export interface ReconnectOptions {
  /**
   * Sends the request again when the connection is lost, with the id of the last event as
   * `Last-Event-ID`. Off by default.
   */
  readonly reconnect?: Reconnect | undefined;
}

export interface Reconnect {
  /** The maximum number of consecutive attempts without an event. Default 5. */
  readonly maxAttempts?: number | undefined;
}

/** The option of operations that return binary data. */
export interface AsForm<Form extends BinaryForm> extends IdleOptions {
  /** The form in which to return the data. Default `blob`. */
  readonly as?: Form | undefined;
}

/** The option of operations whose response has several media types. */
export interface WithAccept<MediaType extends string> {
  /**
   * The media type to request. It decides the type of the result, and if it is JSON, another
   * documented media type fails with a `ResponseDecodeError`. Without it, the call requests the
   * default, and the result has the type of the media type that arrives.
   */
  readonly accept?: MediaType | undefined;
}

/** The option of operations whose body has several media types. */
export interface WithContentType<MediaType extends string> {
  /** The media type of the body. It decides the type of the request. */
  readonly contentType?: MediaType | undefined;
}

/** The option of operations with an idempotency key. */
export interface WithIdempotencyKey {
  /** Identifies the request, the same for all of its attempts. Default: a random key. */
  readonly idempotencyKey?: string | undefined;
}

/** The forms in which binary data can be returned. */
export type BinaryForm = "blob" | "arrayBuffer" | "stream";
