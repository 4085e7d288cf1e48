import { type Clock, systemClock } from "./clock.js";
import { type Fetch, platformFetch } from "./fetch.js";
import type { Hooks } from "./hooks.js";
import type {
  AsForm,
  BinaryForm,
  Operation,
  ServerChoice,
  ServerOptions,
  WithIdempotencyKey,
} from "./operation.js";
import type { RetryConfig } from "./retry.js";
import type { Credentials, SecurityScheme } from "./security.js";

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
  /** Ends the call, waits between attempts included. */
  readonly signal?: AbortSignal | undefined;
  /** Added to the client's; `null` takes one away. */
  readonly headers?: HeaderFields | undefined;
  /** The limit for each attempt, its body included, in milliseconds; 0 is no limit. */
  readonly timeoutMs?: number | undefined;
  readonly retries?: RetryConfig | undefined;
  readonly serverURL?: string | URL | undefined;
  /** Passed to `fetch` as it is: `cache`, `credentials`, `keepalive`, … */
  readonly fetchOptions?: Omit<RequestInit, "method" | "headers" | "body" | "signal"> | undefined;
}

/** The options of every kind of operation. */
export interface CallOptions extends RequestOptions, WithIdempotencyKey, AsForm<BinaryForm> {}

/** The arguments of an operation that takes none: the options alone, or behind an empty object. */
export type OptionsOnly<Options = RequestOptions> =
  | [options?: Options]
  | [nothing: Readonly<Record<string, never>>, options?: Options];

export function optionsIn<Options>(args: OptionsOnly<Options>): Options | undefined {
  // Alone, an empty object is options that say nothing.
  return args.at(-1) as Options | undefined;
}

/** What the document says about the API as a whole. */
export interface ApiDefaults {
  /** The server's URL, or what makes it of the client's options; absent where the document has none. */
  readonly server?: string | ServerChoice;
  /** Package and version, for the `User-Agent` header where there is no browser to set its own. */
  readonly userAgent?: string;
  /** What operations ask for that don't say it themselves. */
  readonly security?: readonly (readonly SecurityScheme[])[];
  readonly retries?: RetryConfig;
  /** Milliseconds. */
  readonly timeoutMs?: number;
}

/** Everything that a call needs to know of its client. */
export interface ClientSettings {
  readonly options: ClientOptions & ServerOptions;
  readonly api: ApiDefaults;
  readonly credentials: Credentials;
  readonly fetch: Fetch;
  readonly clock: Clock;
  /** Called with each operation before it is sent. */
  readonly observe?: ((operation: Operation) => void) | undefined;
}

/** What operations need of a client, and no operation itself: a bundle holds those that it calls. */
export class ClientCore {
  readonly #settings: ClientSettings;

  constructor(
    options: ClientOptions & ServerOptions,
    api: ApiDefaults,
    credentials: Credentials,
    clock: Clock = systemClock,
    observe?: (operation: Operation) => void,
  ) {
    // Taken out of the options, which are no `this` for it.
    const { fetch = platformFetch } = options;
    this.#settings = { options, api, credentials, fetch, clock, observe };
  }

  /** Kept off the instance, so that nothing which prints a client prints its credentials. */
  static settingsOf(client: ClientCore): ClientSettings {
    return client.#settings;
  }
}
