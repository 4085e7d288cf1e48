// Emitted by sdkwright 0.1.0 from document ddea6a7bbd82. What is written here is lost at the next run.

import createClient, { type Client } from "openapi-fetch";
import { type Clock, systemClock } from "./clock.js";
import type { Hooks } from "./hooks.js";
import type { HttpMethod } from "./operation.js";
import type { RetryConfig } from "./retry.js";
import type { Credentials } from "./security.js";

/** Anything that does what `fetch` does. It must heed the `signal`, of the request or of `init`. */
export type Fetch = (request: Request, init?: RequestInit) => Promise<Response>;

/** Header fields by name; `null` takes away a header that would otherwise be sent. */
export type HeaderFields = Readonly<Record<string, string | null | undefined>>;

/** What every client can be told. */
export interface ClientOptions {
  /** The server to call, instead of the document's. */
  readonly serverURL?: string | URL | undefined;
  /** Default: the global `fetch`. */
  readonly fetch?: Fetch | undefined;
  /** Sent with every request. */
  readonly headers?: HeaderFields | undefined;
  /** The limit for each attempt, its body included, in milliseconds. Default 60 000; 0 is no limit. */
  readonly timeoutMs?: number | undefined;
  /** When a call is tried again. */
  readonly retries?: RetryConfig | undefined;
  readonly hooks?: Hooks | undefined;
}

/** What one call can be told; it goes before what the client was told. */
export interface RequestOptions {
  /** Added to the client's; `null` takes one away. */
  readonly headers?: HeaderFields | undefined;
  /** Ends the call, waits between attempts included. */
  readonly signal?: AbortSignal | undefined;
  /** The limit for each attempt, its body included, in milliseconds; 0 is no limit. */
  readonly timeoutMs?: number | undefined;
  readonly retries?: RetryConfig | undefined;
  readonly serverURL?: string | URL | undefined;
  /** Passed to `fetch` as it is: `cache`, `credentials`, `keepalive`, … */
  readonly fetchOptions?: Omit<RequestInit, "method" | "headers" | "body" | "signal"> | undefined;
}

/** The arguments of an operation that takes none: the options alone, or behind an empty object. */
export type OptionsOnly =
  | [options?: RequestOptions]
  | [nothing: Readonly<Record<string, never>>, options?: RequestOptions];

export function optionsIn(args: OptionsOnly): RequestOptions | undefined {
  return args.length === 2 ? args[1] : args[0];
}

/** What the document says about the API as a whole. */
export interface ApiDefaults {
  /** The first server's URL; absent where the document has none. */
  readonly serverURL?: string;
  readonly retries?: RetryConfig;
}

/** Everything that a call needs to know of its client. */
export interface ClientSettings {
  readonly options: ClientOptions;
  readonly api: ApiDefaults;
  readonly credentials: Credentials;
  readonly fetch: Fetch;
  readonly transport: Client<AnyPaths>;
  readonly clock: Clock;
}

/** Paths as openapi-fetch sees them: any, since the emitted functions hold the types. */
export type AnyPaths = Record<string, Record<HttpMethod, AnyOperation>>;

interface AnyOperation {
  parameters: { path?: Fields; query?: Fields; header?: Fields };
  requestBody?: { content: { "application/json": unknown } };
  responses: Record<number, unknown>;
}

/** Values by name, as a caller gave them. */
export type Fields = Record<string, unknown>;

/** What operations need of a client, and no operation itself: a bundle holds those that it calls. */
export class ClientCore {
  readonly #settings: ClientSettings;

  constructor(
    options: ClientOptions,
    api: ApiDefaults,
    credentials: Credentials,
    clock: Clock = systemClock,
  ) {
    this.#settings = {
      options,
      api,
      credentials,
      // Looked up at each call, so that a global `fetch` which is replaced later is heeded.
      fetch: options.fetch ?? ((request, init) => globalThis.fetch(request, init)),
      transport: createClient<AnyPaths>({
        headers: { Accept: "application/json", ...options.headers },
      }),
      clock,
    };
  }

  /** Kept off the instance, so that nothing which prints a client prints its credentials. */
  static settingsOf(client: ClientCore): ClientSettings {
    return client.#settings;
  }
}
