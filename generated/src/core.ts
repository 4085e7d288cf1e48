// Emitted by sdkwright 0.1.0 from document ddea6a7bbd82. What is written here is lost at the next run.

import { type ApiDefaults, ClientCore, type ClientOptions } from "./runtime/client-core.js";
import type { Credential } from "./runtime/security.js";

/** What a client can be told. */
export interface ClerkOptions extends ClientOptions {
  /**
   * The secret key of the instance, from "API Keys" in the Clerk Dashboard.
   *
   * Looks like `sk_<environment>_<secret value>`.
   *
   * Where it isn't given, the environment variable `CLERK_BEARER_AUTH` is asked.
   */
  readonly bearerAuth?: Credential | undefined;
}

const api: ApiDefaults = {
  server: "https://api.clerk.com/v1",
  userAgent: "clerk-domains/0.1.0",
  retries: {
    strategy: "backoff",
    backoff: {
      initialInterval: 500,
      maxInterval: 60000,
      exponent: 1.5,
      maxElapsedTime: 3600000,
    },
    statusCodes: ["5XX"],
    retryConnectionErrors: true,
  },
};

/**
 * A client without operations, for the functions of `operations/`: a bundle then holds those that
 * it calls, and no others.
 */
export class ClerkCore extends ClientCore {
  constructor(options: ClerkOptions = {}) {
    super(options, api, {
      bearerAuth: options.bearerAuth,
    });
  }
}
