// Emitted by sdkwright 0.1.0 from document ddea6a7bbd82. What is written here is lost at the next run.

import { ClerkCore, type ClerkOptions } from "./core.js";
import { DomainsResource } from "./resources/domains.js";
import { logged, type Secrets, type WithLogger } from "./runtime/logger.js";

const secrets: Secrets = {};

/**
 * Clerk Domains API
 *
 * The part of the Clerk Backend API that manages the domains of an instance: its primary domain
 * and the satellite domains beside it. It is meant to be called from servers, since every call
 * carries the secret key of the instance.
 */
export class Clerk extends ClerkCore {
  /** The URLs of an instance, and the DNS setup that makes them work. */
  readonly domains = new DomainsResource(this);

  constructor(options: ClerkOptions & WithLogger = {}) {
    super(logged(options, secrets));
  }
}
