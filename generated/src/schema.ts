// Emitted by sdkwright 0.1.0 from document ddea6a7bbd82. What is written here is lost at the next run.

// The document's types, as openapi-typescript names them.

import type { components } from "./schema/components.js";
import type { operations } from "./schema/operations/domains.js";

export type { components, operations };

export interface paths {
  "/domains": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List all domains of the instance
     * @description Gives every domain of the instance: its primary domain and any satellite domains. Each entry
     *     holds the URLs at which Clerk works for that domain, and the CNAME targets that its DNS needs.
     */
    get: operations["ListDomains"];
    put?: never;
    /**
     * Add a domain
     * @description Adds a domain to the instance. This is how an instance that works across several domains gets
     *     its satellite domains.
     *
     *     The domain needs a `name`. For development instances the name may hold a port, as in
     *     `localhost:3000`. An instance has exactly one primary domain for now, so `is_satellite` has to
     *     be `true`. Where the new satellite domain is to run behind a proxy, pass its `proxy_url` too.
     */
    post: operations["AddDomain"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/domains/{domain_id}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /**
     * Delete a satellite domain
     * @description Removes a satellite domain from the instance. The primary domain of an instance can't be
     *     deleted for now.
     */
    delete: operations["DeleteDomain"];
    options?: never;
    head?: never;
    /**
     * Update a domain
     * @description Changes a domain of the instance, be it the primary domain or a satellite.
     *
     *     To use Clerk through a proxy, set `proxy_url`; this works for production instances only. To go
     *     back to a setup by DNS, set `proxy_url` to `null`.
     *
     *     Before the primary domain of a production instance gets another name, all the steps that its
     *     DNS and its emails need have to be done; expect downtime otherwise. A new name for the primary
     *     domain also moves the home origin of the instance, and with it the default application paths.
     */
    patch: operations["UpdateDomain"];
    trace?: never;
  };
}
export type webhooks = Record<string, never>;
export type $defs = Record<string, never>;
