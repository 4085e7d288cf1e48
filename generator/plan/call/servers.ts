import type { Api } from "../../model/api/api.js";
import type { Server, ServerVariable } from "../../model/api/server.js";

/** The servers that calls go to: the document's, and the first of each operation that has its own. */
export function calledServers({ servers, resources }: Api): Server[] {
  const operations = resources.flatMap((resource) => resource.operations);
  return [...servers, ...operations.flatMap((operation) => operation.servers.slice(0, 1))];
}

/**
 * The variables of servers, merged by name: the values of all, and the default if all have the
 * same.
 */
export function variablesOf(servers: readonly Server[]): ServerVariable[] {
  const merged = new Map<string, ServerVariable>();
  for (const variable of servers.flatMap(({ variables }) => variables)) {
    const known = merged.get(variable.name);
    merged.set(variable.name, known ? mergedVariable(known, variable) : variable);
  }
  return [...merged.values()];
}

function mergedVariable(one: ServerVariable, other: ServerVariable): ServerVariable {
  const isAny = one.values.length === 0 || other.values.length === 0;
  return {
    name: one.name,
    default: one.default === other.default ? one.default : null,
    values: isAny ? [] : [...new Set([...one.values, ...other.values])],
    description: one.description ?? other.description,
  };
}

/**
 * The path that follows the host which a client must set for a relative URL, with the defaults of
 * its variables; empty for an absolute URL.
 */
export function pathOnHost(server: Server | undefined): string {
  if (server === undefined || !isRelative(server)) return "";
  return withDefaults(server).replace(/\/$/, "");
}

/** A server's URL with the defaults of its variables, and the names of those without one. */
export function withDefaults({ url, variables }: Server): string {
  const defaults = new Map(variables.map((variable) => [variable.name, variable.default]));
  return url.replace(/\{([^{}]+)\}/g, (_, name: string) => defaults.get(name) ?? name);
}

/** The server of a call's URL: the operation's, unless that is a path on the document's server. */
export function serverOf(own: Server | null, { servers }: Api): Server | undefined {
  return own && !isRelative(own) ? own : servers[0];
}

/** Whether a server's URL is relative to a host that the client sets. A variable may be the scheme. */
export function isRelative(server: Server): boolean {
  return !/^[a-z][a-z\d+.-]*:/i.test(withDefaults(server));
}
