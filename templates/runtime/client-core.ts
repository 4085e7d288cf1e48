import { type Clock, systemClock } from "./clock.js";
import { type Fetch, platformFetch } from "./fetch.js";
import type { Gate } from "./gate.js";
import type { Hooks } from "./hooks.js";
import type { SecretFields } from "./mask.js";
import type {
  AsForm,
  BinaryForm,
  IdleOptions,
  Operation,
  ReconnectOptions,
  ServerChoice,
  ServerOptions,
  StreamOptions,
  WithAccept,
  WithContentType,
  WithIdempotencyKey,
} from "./operation.js";
import type { RetryConfig } from "./retry.js";
import type { Credentials, SecurityScheme } from "./security.js";

/** Headers by name. `null` removes a header that would otherwise be sent. */
export type HeaderFields = Readonly<Record<string, string | null | undefined>>;

/** Options of every client. */
export interface ClientOptions {
  /** The base URL of the server. Overrides the one in the API description. */
  readonly serverURL?: string | URL | undefined;
  /** The `fetch` implementation. Default: the global `fetch`. */
  readonly fetch?: Fetch | undefined;
  /** Headers to send with every request. */
  readonly headers?: HeaderFields | undefined;
  /**
   * The time limit of each attempt, including its body, in milliseconds. Default 60 000; 0 disables
   * it.
   */
  readonly timeoutMs?: number | undefined;
  /** When and how often to retry a failed call. */
  readonly retries?: RetryConfig | undefined;
  readonly hooks?: Hooks | undefined;
  /** Makes calls and clients share the server's rate limits: `limits()` of `./limits`. */
  readonly limits?: Gate | undefined;
  /** The clock that measures time limits and waits between attempts. Default: the system's. */
  readonly clock?: Clock | undefined;
  /** Set by test doubles. */
  readonly [observer]?: Observer | undefined;
}

/** The option with the {@link Observer} of a client. */
export const observer: unique symbol = Symbol("observer");

/** Called with each operation and its request before it is sent; may return the `fetch` to use. */
export type Observer = (operation: Operation, request: object) => Fetch | undefined;

/** Options of one call. They override the client's options. */
export interface RequestOptions {
  /** Cancels the call, including waits between attempts. */
  readonly signal?: AbortSignal | undefined;
  /** Headers to add to the client's. `null` removes one. */
  readonly headers?: HeaderFields | undefined;
  /** The time limit of each attempt, including its body, in milliseconds; 0 disables it. */
  readonly timeoutMs?: number | undefined;
  readonly retries?: RetryConfig | undefined;
  readonly serverURL?: string | URL | undefined;
  /** Further options for `fetch`: `cache`, `credentials`, `keepalive`, … */
  readonly fetchOptions?: Omit<RequestInit, "method" | "headers" | "body" | "signal"> | undefined;
}

/** The options of all kinds of operations. */
export interface CallOptions
  extends RequestOptions,
    WithIdempotencyKey,
    AsForm<BinaryForm>,
    WithAccept<string>,
    WithContentType<string>,
    StreamOptions,
    ReconnectOptions {}

/**
 * The arguments of an operation without parameters: the options alone, or an empty object and then
 * the options.
 */
export type OptionsOnly<Options = RequestOptions> =
  | [options?: Options]
  | [nothing: Readonly<Record<string, never>>, options?: Options];

export function optionsIn<Options>(args: OptionsOnly<Options>): Options | undefined {
  // A lone empty object is read as empty options.
  return args.at(-1) as Options | undefined;
}

/** What the document declares for the API as a whole. */
export interface ApiDefaults {
  /**
   * The server's URL, or a function that builds it from the client's options; absent if the
   * document has none.
   */
  readonly server?: string | ServerChoice;
  /** Package name and version for the `User-Agent` header. Browsers set their own. */
  readonly userAgent?: string;
  /** The security of operations that declare none. */
  readonly security?: readonly (readonly SecurityScheme[])[];
  /** The fields of payloads whose values are secret, in any operation. */
  readonly secretFields?: SecretFields;
  readonly retries?: RetryConfig;
  /** Milliseconds. */
  readonly timeoutMs?: number;
}

/** Everything that a call needs from its client. */
export interface ClientSettings {
  readonly options: ClientOptions & ServerOptions & IdleOptions;
  readonly api: ApiDefaults;
  readonly credentials: Credentials;
  readonly fetch: Fetch;
  readonly clock: Clock;
}

/**
 * A client without operations. Operations are functions that take a client, so a bundle contains
 * only those it calls.
 */
export class ClientCore {
  readonly #settings: ClientSettings;

  constructor(options: ClientSettings["options"], api: ApiDefaults, credentials: Credentials) {
    // Destructured, so that `fetch` isn't called as a method of the options.
    const { fetch = platformFetch, clock = systemClock } = options;
    this.#settings = { options, api, credentials, fetch, clock };
  }

  /** Kept off the instance, so that nothing which prints a client prints its credentials. */
  static settingsOf(client: ClientCore): ClientSettings {
    return client.#settings;
  }
}
