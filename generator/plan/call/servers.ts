import type { Api, Server, ServerVariable } from "../../model/api.js";

/** The servers that calls go to: the document's, and the first of each operation that has its own. */
export function calledServers({ servers, resources }: Api): Server[] {
  const operations = resources.flatMap((resource) => resource.operations);
  return [...servers, ...operations.flatMap((operation) => operation.servers.slice(0, 1))];
}

/** Their variables, one of a name: it may be whatever one of them allows, and has the default of all of them. */
export function variablesOf(servers: readonly Server[]): ServerVariable[] {
  const merged = new Map<string, ServerVariable>();
  for (const variable of servers.flatMap(({ variables }) => variables)) {
    const known = merged.get(variable.name);
    merged.set(variable.name, known ? either(known, variable) : variable);
  }
  return [...merged.values()];
}

function either(one: ServerVariable, other: ServerVariable): ServerVariable {
  const isFree = one.values.length === 0 || other.values.length === 0;
  return {
    name: one.name,
    default: one.default === other.default ? one.default : null,
    values: isFree ? [] : [...new Set([...one.values, ...other.values])],
    description: one.description ?? other.description,
  };
}

/**
 * What follows the host in the URL that a client is given for a server without one: the path of a
 * relative URL with the defaults of its variables, else nothing.
 */
export function pathOnHost(server: Server | undefined): string {
  if (server === undefined || !isRelative(server)) return "";
  const usual = new Map(server.variables.map((variable) => [variable.name, variable.default]));
  const path = server.url.replace(/\{([^{}]+)\}/g, (_, name: string) => usual.get(name) ?? name);
  return path.replace(/\/$/, "");
}

/** Whether a server's URL needs another one before it. */
export function isRelative({ url }: Server): boolean {
  return !/^[a-z][a-z\d+.-]*:/i.test(url);
}
