// Emitted by sdkwright 0.1.0 from document ddea6a7bbd82. What is written here is lost at the next run.

import { ClerkErrors } from "../errors.js";
import type { DeletedObject, Domain, Domains } from "../models.js";
import type { APIPromise } from "../runtime/api-promise.js";
import { jsonBody } from "../runtime/body-json.js";
import { call } from "../runtime/call.js";
import { callWith } from "../runtime/call-with.js";
import {
  type ClientCore,
  type OptionsOnly,
  optionsIn,
  type RequestOptions,
} from "../runtime/client-core.js";
import type { SDKError, TransportError } from "../runtime/errors.js";
import { inPath } from "../runtime/in-path.js";
import { json } from "../runtime/json.js";
import type { Operation } from "../runtime/operation.js";
import type { HttpErrorStatus } from "../runtime/status.js";
import { simpleStyle } from "../runtime/style-simple.js";
import type { operations } from "../schema/operations/domains.js";
import * as security from "../security.js";

/** What {@link listDomains} can fail with: `switch` on its `status` or its `kind`. */
export type ListDomainsError = SDKError | TransportError;

const listDomainsOperation: Operation = {
  id: "ListDomains",
  resource: "domains",
  method: "GET",
  path: "/domains",
  success: {
    200: json,
  },
  security: [[security.bearerAuth]],
};

/**
 * List all domains of the instance
 *
 * Gives every domain of the instance: its primary domain and any satellite domains. Each entry
 * holds the URLs at which Clerk works for that domain, and the CNAME targets that its DNS needs.
 */
export function listDomains(
  client: ClientCore,
  ...args: OptionsOnly
): APIPromise<Domains, ListDomainsError> {
  return call(client, listDomainsOperation, optionsIn(args));
}

/** What {@link addDomain} takes. */
export type AddDomainRequest =
  operations["AddDomain"]["requestBody"]["content"]["application/json"];

/** What {@link addDomain} can fail with: `switch` on its `status` or its `kind`. */
export type AddDomainError =
  | ClerkErrors<400 | 402 | 422>
  | SDKError<Exclude<HttpErrorStatus, 400 | 402 | 422>>
  | TransportError;

const addDomainOperation: Operation = {
  id: "AddDomain",
  resource: "domains",
  method: "POST",
  path: "/domains",
  body: { write: jsonBody, contentType: "application/json", required: true },
  success: {
    200: json,
  },
  errors: {
    400: ClerkErrors,
    402: ClerkErrors,
    422: ClerkErrors,
  },
  security: [[security.bearerAuth]],
};

/**
 * Add a domain
 *
 * Adds a domain to the instance. This is how an instance that works across several domains gets
 * its satellite domains.
 *
 * The domain needs a `name`. For development instances the name may hold a port, as in
 * `localhost:3000`. An instance has exactly one primary domain for now, so `is_satellite` has to
 * be `true`. Where the new satellite domain is to run behind a proxy, pass its `proxy_url` too.
 */
export function addDomain(
  client: ClientCore,
  request: AddDomainRequest,
  options?: RequestOptions,
): APIPromise<Domain, AddDomainError> {
  return callWith(client, addDomainOperation, request, options);
}

/** What {@link deleteDomain} takes. */
export type DeleteDomainRequest = operations["DeleteDomain"]["parameters"]["path"];

/** What {@link deleteDomain} can fail with: `switch` on its `status` or its `kind`. */
export type DeleteDomainError =
  | ClerkErrors<403 | 404>
  | SDKError<Exclude<HttpErrorStatus, 403 | 404>>
  | TransportError;

const deleteDomainOperation: Operation = {
  id: "DeleteDomain",
  resource: "domains",
  method: "DELETE",
  path: "/domains/{domain_id}",
  parameters: {
    domain_id: { in: inPath, write: simpleStyle },
  },
  success: {
    200: json,
  },
  errors: {
    403: ClerkErrors,
    404: ClerkErrors,
  },
  security: [[security.bearerAuth]],
};

/**
 * Delete a satellite domain
 *
 * Removes a satellite domain from the instance. The primary domain of an instance can't be
 * deleted for now.
 */
export function deleteDomain(
  client: ClientCore,
  request: DeleteDomainRequest,
  options?: RequestOptions,
): APIPromise<DeletedObject, DeleteDomainError> {
  return callWith(client, deleteDomainOperation, request, options);
}

/** What {@link updateDomain} takes. */
export type UpdateDomainRequest = operations["UpdateDomain"]["parameters"]["path"] &
  operations["UpdateDomain"]["requestBody"]["content"]["application/json"];

/** What {@link updateDomain} can fail with: `switch` on its `status` or its `kind`. */
export type UpdateDomainError =
  | ClerkErrors<400 | 404 | 422>
  | SDKError<Exclude<HttpErrorStatus, 400 | 404 | 422>>
  | TransportError;

const updateDomainOperation: Operation = {
  id: "UpdateDomain",
  resource: "domains",
  method: "PATCH",
  path: "/domains/{domain_id}",
  parameters: {
    domain_id: { in: inPath, write: simpleStyle },
  },
  body: { write: jsonBody, contentType: "application/json", required: true },
  success: {
    200: json,
  },
  errors: {
    400: ClerkErrors,
    404: ClerkErrors,
    422: ClerkErrors,
  },
  security: [[security.bearerAuth]],
};

/**
 * Update a domain
 *
 * Changes a domain of the instance, be it the primary domain or a satellite.
 *
 * To use Clerk through a proxy, set `proxy_url`; this works for production instances only. To go
 * back to a setup by DNS, set `proxy_url` to `null`.
 *
 * Before the primary domain of a production instance gets another name, all the steps that its
 * DNS and its emails need have to be done; expect downtime otherwise. A new name for the primary
 * domain also moves the home origin of the instance, and with it the default application paths.
 */
export function updateDomain(
  client: ClientCore,
  request: UpdateDomainRequest,
  options?: RequestOptions,
): APIPromise<Domain, UpdateDomainError> {
  return callWith(client, updateDomainOperation, request, options);
}
