// Emitted by sdkwright 0.1.0 from document ddea6a7bbd82. What is written here is lost at the next run.

// The document's types, as openapi-typescript names them.

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
