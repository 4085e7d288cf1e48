// Emitted by sdkwright 0.1.0 from document ddea6a7bbd82. What is written here is lost at the next run.

import type { DeletedObject, Domain, Domains } from "../models.js";
import {
  type AddDomainError,
  type AddDomainRequest,
  addDomain,
  type DeleteDomainError,
  type DeleteDomainRequest,
  deleteDomain,
  type ListDomainsError,
  listDomains,
  type UpdateDomainError,
  type UpdateDomainRequest,
  updateDomain,
} from "../operations/domains.js";
import type { APIPromise } from "../runtime/api-promise.js";
import type { ClientCore, OptionsOnly, RequestOptions } from "../runtime/client-core.js";

/** The URLs of an instance, and the DNS setup that makes them work. */
export class DomainsResource {
  readonly #client: ClientCore;

  constructor(client: ClientCore) {
    this.#client = client;
  }

  /**
   * List all domains of the instance
   *
   * Gives every domain of the instance: its primary domain and any satellite domains. Each entry
   * holds the URLs at which Clerk works for that domain, and the CNAME targets that its DNS needs.
   */
  list(...args: OptionsOnly): APIPromise<Domains, ListDomainsError> {
    return listDomains(this.#client, ...args);
  }

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
  add(request: AddDomainRequest, options?: RequestOptions): APIPromise<Domain, AddDomainError> {
    return addDomain(this.#client, request, options);
  }

  /**
   * Delete a satellite domain
   *
   * Removes a satellite domain from the instance. The primary domain of an instance can't be
   * deleted for now.
   */
  delete(
    request: DeleteDomainRequest,
    options?: RequestOptions,
  ): APIPromise<DeletedObject, DeleteDomainError> {
    return deleteDomain(this.#client, request, options);
  }

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
  update(
    request: UpdateDomainRequest,
    options?: RequestOptions,
  ): APIPromise<Domain, UpdateDomainError> {
    return updateDomain(this.#client, request, options);
  }
}
