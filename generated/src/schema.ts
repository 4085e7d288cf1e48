// Emitted by sdkwright 0.1.0 from document ddea6a7bbd82. What is written here is lost at the next run.

// The document's types, as openapi-typescript names them.

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
export interface components {
  schemas: {
    /** @description A domain of an instance, with the URLs at which Clerk works for it. */
    Domain: {
      /** @enum {string} */
      object: "domain";
      /** @example domain_12345 */
      id: string;
      /** @example example.com */
      name: string;
      is_satellite: boolean;
      /** @example https://clerk.example.com */
      frontend_api_url: string;
      /** @description Null for satellite domains. */
      accounts_portal_url?: string | null;
      proxy_url?: string | null;
      development_origin: string;
      cname_targets?: components["schemas"]["CNameTarget"][] | null;
    };
    /** @description All domains of an instance. */
    Domains: {
      data: components["schemas"]["Domain"][];
      /**
       * Format: int64
       * @description How many domains there are.
       * @example 1
       */
      total_count: number;
    };
    /** @description A CNAME record that the DNS of a domain holds, or has to hold. */
    CNameTarget: {
      /** @example clerk.example.com */
      host: string;
      /** @example frontend-api.clerk.services */
      value: string;
      /** @description Whether the domain only counts as deployed once this record is set. */
      required: boolean;
    };
    /** @description What is left of an object that was deleted. */
    DeletedObject: {
      /** @example domain */
      object: string;
      /** @example domain_12345 */
      id?: string;
      slug?: string;
      /** @example true */
      deleted: boolean;
      external_id?: string;
    };
    /** @description One thing that was wrong with a request. */
    ClerkError: {
      /**
       * @description What went wrong, in a few words.
       * @example not found
       */
      message: string;
      /**
       * @description What went wrong, in a sentence for people.
       * @example No domain was found with this ID.
       */
      long_message: string;
      /**
       * @description What went wrong, for programs.
       * @example resource_not_found
       */
      code: string;
      /** @description Further facts, such as the name of the parameter in question. */
      meta?: {
        [key: string]: unknown;
      };
    };
    /** @description Why a request failed. */
    ClerkErrors: {
      /** @description What was wrong; usually one entry. */
      errors: components["schemas"]["ClerkError"][];
      meta?: {
        [key: string]: unknown;
      };
      /** @description Names the request in messages to Clerk's support. */
      clerk_trace_id?: string;
    };
  };
  responses: {
    /** @description The domains of the instance. */
    Domains: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        "application/json": components["schemas"]["Domains"];
      };
    };
    /** @description A domain. */
    Domain: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        "application/json": components["schemas"]["Domain"];
      };
    };
    /** @description What was deleted. */
    DeletedObject: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        "application/json": components["schemas"]["DeletedObject"];
      };
    };
    /** @description The request was not successful. */
    ClerkErrors: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        "application/json": components["schemas"]["ClerkErrors"];
      };
    };
    /** @description The plan of the instance doesn't include this. */
    PaymentRequired: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        "application/json": components["schemas"]["ClerkErrors"];
      };
    };
    /** @description The secret key doesn't allow this. */
    AuthorizationInvalid: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        "application/json": components["schemas"]["ClerkErrors"];
      };
    };
    /** @description No such resource. */
    ResourceNotFound: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        "application/json": components["schemas"]["ClerkErrors"];
      };
    };
    /** @description The request has parameters that aren't valid. */
    UnprocessableEntity: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        "application/json": components["schemas"]["ClerkErrors"];
      };
    };
  };
  parameters: never;
  requestBodies: never;
  headers: never;
  pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
  ListDomains: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: components["responses"]["Domains"];
    };
  };
  AddDomain: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": {
          /**
           * @description The name of the new domain. May hold a port for development instances.
           * @example example.com
           */
          name: string;
          /**
           * @description Makes the new domain a satellite. Only `true` is accepted for now.
           * @example true
           * @enum {boolean}
           */
          is_satellite: true;
          /**
           * @description The full URL of the proxy that forwards requests to the Clerk Frontend API for this domain. Applies to production instances only.
           * @example https://proxy.example.com
           */
          proxy_url?: string | null;
        };
      };
    };
    responses: {
      200: components["responses"]["Domain"];
      400: components["responses"]["ClerkErrors"];
      402: components["responses"]["PaymentRequired"];
      422: components["responses"]["UnprocessableEntity"];
    };
  };
  DeleteDomain: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description The ID of the domain to delete. It has to be a satellite domain.
         * @example domain_12345
         */
        domain_id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: components["responses"]["DeletedObject"];
      403: components["responses"]["AuthorizationInvalid"];
      404: components["responses"]["ResourceNotFound"];
    };
  };
  UpdateDomain: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description The ID of the domain to update.
         * @example domain_12345
         */
        domain_id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": {
          /**
           * @description The new name of the domain. For development instances it may hold a port, as in
           *     `myhostname:3000`. For production instances it has to be a fully qualified domain
           *     name, as in `mysite.com`. It holds no protocol.
           * @example example.com
           */
          name?: string | null;
          /**
           * @description The full URL of the proxy that forwards requests to the Clerk Frontend API.
           *     Can be changed for production instances only.
           * @example http://proxy.example.com
           */
          proxy_url?: string | null;
          /**
           * @description Whether this is the domain of a secondary app, so that a subdomain in its name counts
           *     and is kept as part of the domain. This lets several apps (one primary and any number
           *     of secondaries) share one root domain (eTLD+1).
           */
          is_secondary?: boolean | null;
        };
      };
    };
    responses: {
      200: components["responses"]["Domain"];
      400: components["responses"]["ClerkErrors"];
      404: components["responses"]["ResourceNotFound"];
      422: components["responses"]["UnprocessableEntity"];
    };
  };
}
