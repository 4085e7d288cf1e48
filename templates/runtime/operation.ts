import type { Encode } from "./encode.js";
import type { ErrorReader } from "./errors.js";
import type { Parameter } from "./parameter.js";
import type { RetryConfig } from "./retry.js";
import type { SecurityScheme } from "./security.js";
import type { StatusPattern } from "./status.js";
import type { Writer } from "./style.js";

/** An operation of the API, as the document describes it. */
export interface Operation extends OperationDetails {
  /** The document's `operationId`. */
  readonly id: string;
  /** As it is sent: `GET`. */
  readonly method: string;
  /** The path template, relative to the server's URL: `/domains/{domain_id}`. */
  readonly path: string;
}

/** What an operation has beside its id, method and path. */
export interface OperationDetails {
  /**
   * By the field of the request that holds the value. Names in the path template that aren't here
   * are path parameters in the default style.
   */
  readonly parameters?: Readonly<Record<string, Parameter>>;
  /** A writer alone is a required body of the writer's own media type. */
  readonly body?: BodyWriter | RequestBody;
  /** How the body of each documented success is read. A 304 is one if it is listed. */
  readonly success?: { readonly [pattern in StatusPattern]?: BodyReader };
  /** What the success is asked for as, where that isn't `application/json`. */
  readonly accept?: string;
  /** What makes the error of each documented failure: a class, or a choice by Content-Type. */
  readonly errors?: { readonly [pattern in StatusPattern]?: ErrorReader };
  /**
   * Alternatives, each a set of schemes that go together (OpenAPI 3.1, Security Requirement Object).
   * Default: those of the API.
   */
  readonly security?: readonly (readonly SecurityScheme[])[];
  /** Where it has a server of its own: its URL, or what makes it of the client's options. */
  readonly server?: string | ServerChoice;
  /** Where it takes a key by which the server knows an attempt from a new request. */
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

/** The header that names a request, the same for all of its attempts. */
export interface Idempotency {
  /** It, from the key that the caller gives. */
  readonly fields: (key: string | undefined) => Readonly<Record<string, string>>;
  /** Whether it is sent: a caller may have taken it away. */
  readonly isIn: (headers: Headers) => boolean;
}

/** Gives a server's URL; what it throws is an error of the call. */
export type ServerChoice = (options: ServerOptions) => string;

/** What a client may be told of its server; the emitted client says what of it applies, and what values. */
export interface ServerOptions {
  readonly server?: string | number | undefined;
  readonly serverVariables?: Readonly<Record<string, string | undefined>> | undefined;
  readonly origin?: string | URL | undefined;
}

export interface RequestBody extends BodySettings {
  readonly write: BodyWriter;
}

export interface BodySettings {
  /** The media type, as the document writes it. Default: that of its writer. */
  readonly contentType?: string;
  /** Whether it is left out when no field of it is given. */
  readonly isOptional?: boolean;
  /** The field that holds the body; without it, every field that is no parameter is one of the body. */
  readonly field?: string;
  /** How fields of it are written, where that isn't the default of its media type. */
  readonly encodings?: Readonly<Record<string, Encoding>>;
}

/** Writes the body that a call's fields hold; `undefined` where they hold none and it may be left out. */
export type BodyWriter = (
  fields: Readonly<Record<string, unknown>>,
  settings: BodySettings,
) => WrittenBody | undefined;

/** A body as `fetch` takes it. */
export interface WrittenBody {
  readonly body: BodyInit | undefined;
  /** Its media type; absent where `fetch` adds it, with the boundary of its parts. */
  readonly contentType?: string;
}

/** How one field of a form is written (OpenAPI 3.1, Encoding Object). */
export interface Encoding {
  /** The media type of its part. */
  readonly contentType?: string;
  /** The style of its value. */
  readonly write?: Writer;
  readonly encode?: Encode;
}

/** A body that may be left out: all of its fields, or none; what an open one has besides isn't asked. */
export type OptionalBody<Body> =
  | Body
  | { readonly [Field in keyof Body as string extends Field ? never : Field]?: never };

/** An object without some of its fields; unlike with `Omit`, an open one keeps the others. */
export type Without<Body, Name extends PropertyKey> = {
  [Field in keyof Body as Field extends Name ? never : Field]: Body[Field];
};

/** How a successful body becomes a value. */
export type BodyReader = BodyDecoder | BodyTaker;

export interface BodyDecoder {
  /**
   * Makes the value of the whole body; throwing here is a failure of the payload.
   *
   * @param contentType as the server sent it, or `""`.
   */
  readonly decode: (bytes: ArrayBuffer, contentType: string) => unknown;
  readonly take?: never;
}

export interface BodyTaker {
  readonly decode?: never;
  /** Takes the body as it comes; throwing here is a failure of the connection. */
  readonly take: (response: Response, options: TakeOptions) => Promise<unknown>;
}

/** What a call says of a body that is taken as it comes. */
export interface TakeOptions extends AsForm<BinaryForm> {
  readonly signal?: AbortSignal | undefined;
}

/** The option of operations that give binary data. */
export interface AsForm<Form extends BinaryForm> {
  /** What the data is given as. Default `blob`. */
  readonly as?: Form | undefined;
}

/** The option of operations whose request the server knows by a key. */
export interface WithIdempotencyKey {
  /** What names the request, the same for all of its attempts. Default: a random key. */
  readonly idempotencyKey?: string | undefined;
}

/** What binary data can be given as. */
export type BinaryForm = "blob" | "arrayBuffer" | "stream";
