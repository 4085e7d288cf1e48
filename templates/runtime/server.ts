import type { ServerChoice, ServerOptions } from "./operation.js";

/** What the document says of a server (OpenAPI 3.1, Server Object). */
export interface Server {
  /** The name that it is chosen by. */
  readonly name?: string;
  readonly url: string;
  readonly variables?: Readonly<Record<string, ServerVariable>>;
}

export interface ServerVariable {
  readonly default?: string;
  readonly enum?: readonly string[];
}

/** Lets the client's options choose among servers, by name or index, and fill in their variables. */
export function serverAmong(servers: readonly Server[]): ServerChoice {
  return (options) => {
    const { server: choice = 0 } = options;
    const server = servers.find(({ name }, index) => choice === name || choice === index);
    if (server === undefined) throw new Error(`there is no server ${choice}`);
    return absolute(filled(server, options), options);
  };
}

/** Lets the client's options fill in the variables of a server. */
export function serverOf(server: Server): ServerChoice {
  return (options) => absolute(filled(server, options), options);
}

function filled({ url, variables = {} }: Server, { serverVariables = {} }: ServerOptions): string {
  // Everything before the path decides which host is called (RFC 3986, 3.2).
  const [host = ""] = /^([^/]*:)?\/\/[^/?#]*/.exec(url) ?? [];
  return url.replace(/\{([^{}]+)\}/g, (placeholder, name: string, index: number) => {
    const variable = ownIn(variables, name);
    const value = ownIn(serverVariables, name) ?? variable?.default;
    if (value === undefined) throw new Error(`the server needs a value for ${name}`);
    if (variable?.enum && !variable.enum.includes(value)) {
      throw new Error(`${name} is one of ${variable.enum.join(", ")}, not ${value}`);
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

/** A variable may be called like a member of every object. */
function ownIn<Value>(values: Readonly<Record<string, Value>>, name: string): Value | undefined {
  return Object.hasOwn(values, name) ? values[name] : undefined;
}

/** A relative URL is resolved against the option, or else against the page that the code runs in. */
function absolute(url: string, { origin }: ServerOptions): string {
  if (/^[a-z][a-z\d+.-]*:/i.test(url)) return url;
  const { location } = globalThis as { location?: { readonly href?: string } };
  const base = origin ?? location?.href;
  if (base === undefined) {
    throw new Error(`the server ${url} is relative: give the client an origin or a serverURL`);
  }
  return new URL(url, base).href;
}
