import type { ServerChoice, ServerOptions } from "./operation.js";

/** A server of the document (OpenAPI 3.1, Server Object). */
export interface Server {
  /** The name by which the client's options select the server. */
  readonly name?: string;
  readonly url: string;
  readonly variables?: Readonly<Record<string, ServerVariable>>;
}

export interface ServerVariable {
  readonly default?: string;
  readonly enum?: readonly string[];
}

/** Selects a server by name or index and fills in its variables, from the client's options. */
export function serverAmong(servers: readonly Server[]): ServerChoice {
  return (options) => {
    const { server: choice = 0 } = options;
    const server = servers.find(({ name }, index) => choice === name || choice === index);
    if (server === undefined) throw new Error(`unknown server ${choice}`);
    return absolute(filled(server, options), options);
  };
}

/** Fills in the variables of a server from the client's options. */
export function serverOf(server: Server): ServerChoice {
  return (options) => absolute(filled(server, options), options);
}

function filled({ url, variables = {} }: Server, { serverVariables = {} }: ServerOptions): string {
  // Everything before the path decides which host is called (RFC 3986, 3.2).
  const [host = ""] = /^([^/]*:)?\/\/[^/?#]*/.exec(url) ?? [];
  return url.replace(/\{([^{}]+)\}/g, (placeholder, name: string, index: number) => {
    const variable = ownIn(variables, name);
    const value = ownIn(serverVariables, name) ?? variable?.default;
    if (value === undefined) throw new Error(`the server URL needs a value for ${name}`);
    if (variable?.enum && !variable.enum.includes(value)) {
      throw new Error(`${name} must be one of ${variable.enum.join(", ")}, not ${value}`);
    }
    const isOwn = value !== variable?.default && !variable?.enum;
    // A path may follow the host without a slash in the template: its default begins with one.
    const isPath = [variable?.default, value].every((each) => /^(\/|$)/.test(each ?? "-"));
    const isAtEnd = index + placeholder.length === host.length;
    if (isOwn && index < host.length && !(isAtEnd && isPath) && !/^[^\s/?#\\@:]+$/.test(value)) {
      throw new Error(`${name} is a part of the host: it can't be empty or hold / ? # \\ @ :`);
    }
    return value;
  });
}

/** Reads own properties only: a variable may have the name of an `Object.prototype` member. */
function ownIn<Value>(values: Readonly<Record<string, Value>>, name: string): Value | undefined {
  return Object.hasOwn(values, name) ? values[name] : undefined;
}

/**
 * Resolves a relative URL against the `origin` option, or against the page that the code runs in.
 */
function absolute(url: string, { origin }: ServerOptions): string {
  if (/^[a-z][a-z\d+.-]*:/i.test(url)) return url;
  const { location } = globalThis as { location?: { readonly href?: string } };
  const base = origin ?? location?.href;
  if (base === undefined) {
    throw new Error(`the server ${url} is relative: set origin or serverURL`);
  }
  return new URL(url, base).href;
}
