import type { Encode } from "./encode.js";
import type { ResponseErrorClass } from "./errors.js";
import type { RetryConfig } from "./retry.js";
import type { SecurityScheme } from "./security.js";
import type { StatusPattern } from "./status.js";
import type { Writer } from "./style.js";

/** What the runtime knows of an operation: all of it data from the document, written once by the generator. */
export interface Operation {
  /** The document's `operationId`. */
  readonly id: string;
  /** The accessor on the client: `domains`. */
  readonly resource: string;
  readonly method: HttpMethod;
  /** The path template, relative to the server's URL: `/domains/{domain_id}`. */
  readonly path: string;
  /** By the field of the argument object that holds the value. */
  readonly parameters?: Readonly<Record<string, Parameter>>;
  readonly body?: RequestBody;
  /** How the body of each documented success is read; a success that has none isn't listed. */
  readonly success?: { readonly [pattern in StatusPattern]?: BodyReader };
  /** The error class of each documented failure that has a payload. */
  readonly errors?: { readonly [pattern in StatusPattern]?: ResponseErrorClass };
  /** Alternatives, each a set of schemes that go together (OpenAPI 3.1, Security Requirement Object). */
  readonly security?: readonly (readonly SecurityScheme[])[];
  readonly retries?: RetryConfig;
  /** Milliseconds. */
  readonly timeoutMs?: number;
}

/** The methods that a path item can describe (OpenAPI 3.1, Path Item Object), as openapi-fetch spells them. */
export type HttpMethod = "get" | "put" | "post" | "delete" | "options" | "head" | "patch" | "trace";

export interface Parameter {
  readonly in: "path" | "query" | "header" | "cookie";
  /** The name on the wire, where the field is called differently. */
  readonly name?: string;
  /** How its value is written, where that isn't the default of its place. */
  readonly write?: Writer;
  /** How its value is encoded, where that isn't the default of its place. */
  readonly encode?: Encode;
  /** The option of the client that holds its value for calls which give none. */
  readonly global?: string;
}

export interface RequestBody {
  /** Whether it is sent even when no field of it is given. */
  readonly required: boolean;
  /** The field that holds the body; without it, every field that is no parameter is one of the body. */
  readonly field?: string;
}

/** A body that may be left out: all of its fields, or none. */
export type OptionalBody<Body> = Body | { readonly [Field in keyof Body]?: never };

/** How a successful body becomes a value. */
export interface BodyReader {
  /** Runs within the attempt's time limit; throwing here is a failure of the connection. */
  readonly read: (response: Response) => Promise<string>;
  /** Throwing here is a failure of the payload. */
  readonly decode: (raw: string) => unknown;
}
