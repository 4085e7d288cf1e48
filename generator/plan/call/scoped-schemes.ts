import type { Operation, Resource, ScopedScheme, SecurityScheme } from "../../model/api.js";

/** What operations ask: each scheme with each set of scopes, as often as an operation does. */
export function scopedSchemes(
  security: readonly SecurityScheme[],
  resources: readonly Resource[],
): ScopedScheme[] {
  const operations = resources.flatMap((resource) => resource.operations);
  return operations.flatMap((operation) => schemesOf(operation, security).flat());
}

/** The alternatives of an operation; only a token that the client gets by itself is asked with scopes. */
export function schemesOf(
  { security }: Pick<Operation, "security">,
  known: readonly SecurityScheme[],
): ScopedScheme[][] {
  const scoped = new Set(
    known.filter(({ kind }) => kind === "clientCredentials").map(({ name }) => name),
  );
  return security.map(({ schemes }) =>
    schemes.map(({ name, scopes }) => ({ name, scopes: scoped.has(name) ? scopes : [] })),
  );
}
