// Emitted by sdkwright 0.1.0 from document ddea6a7bbd82. What is written here is lost at the next run.

// The document's types, as openapi-typescript names them.

import type { components } from "../components.js";

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
