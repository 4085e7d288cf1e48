import type { Api } from "../../model/api/api.js";
import type { Requirement, ScopedScheme } from "../../model/api/security.js";

/** Alternatives, each a list of schemes that are required together. */
export type Alternatives = readonly (readonly ScopedScheme[])[];

/**
 * The alternatives of requirements. Scopes are kept only for tokens that the client fetches itself.
 */
export function alternativesFrom(
  requirements: readonly Requirement[],
  { security }: Pick<Api, "security">,
): Alternatives {
  const scoped = new Set(
    security.filter(({ kind }) => kind === "clientCredentials").map(({ name }) => name),
  );
  return requirements.map(({ schemes }) =>
    schemes.map(({ name, scopes }) => ({ name, scopes: scoped.has(name) ? scopes : [] })),
  );
}

/** The schemes of all operations, in order and with repetitions. */
export function schemesOfCalls(api: Pick<Api, "resources" | "security">): ScopedScheme[] {
  const operations = api.resources.flatMap((resource) => resource.operations);
  return operations.flatMap(({ security }) => alternativesFrom(security, api).flat());
}
