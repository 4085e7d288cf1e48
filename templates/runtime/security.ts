import type { Clock } from "./clock.js";
import { environment } from "./environment.js";
import { type CallSummary, InvalidRequestError } from "./errors.js";
import type { Fetch } from "./fetch.js";

/** A secret, or a function that returns it and is called for each request. */
export type Credential = string | (() => string | Promise<string>);

/**
 * The client's credentials, by option. `null` means none and overrides the environment variable.
 */
export type Credentials = Readonly<Record<string, Credential | null | undefined>>;

/**
 * The client option for a credential, and the environment variable to read if the option isn't set.
 */
export type CredentialSource = readonly [option: string, environment: string];

/** The request of one attempt before it is created. Security schemes add credentials to it. */
export interface Outgoing {
  url: string;
  /** The server's URL, against which relative token endpoints are resolved. */
  readonly server: string;
  /** Aborts if the attempt ends before a response arrives. */
  readonly signal: AbortSignal;
  readonly headers: HeaderMap;
  readonly body: BodyInit | undefined;
  /** Sends the request; a scheme may wrap it. */
  fetch: Fetch;
  readonly credentials: Credentials;
  readonly clock: Clock;
}

/** Headers by their names in lower case. */
export type HeaderMap = Map<string, string>;

/** A way to authenticate (OpenAPI 3.1, Security Scheme Object). */
export interface SecurityScheme {
  readonly sources: readonly CredentialSource[];
  /** The header that the scheme sets, in lower case. A header set by the caller takes precedence. */
  readonly header?: string;
  /** Adds the credentials, one for each source, to a request. */
  readonly add: (
    outgoing: Outgoing,
    credentials: readonly string[],
    call: CallSummary,
  ) => void | Promise<void>;
  /** Keeps the credentials from being sent to another origin, also those in the caller's header. */
  readonly confine?: (outgoing: Outgoing) => void;
}

/**
 * Adds the credentials of the first alternative for which all are set, or none if one is `null`.
 *
 * @throws {InvalidRequestError} if no alternative is complete, or a credential can't be obtained or
 * sent.
 */
export async function authorize(
  alternatives: readonly (readonly SecurityScheme[])[],
  outgoing: Outgoing,
  call: CallSummary,
): Promise<void> {
  for (const schemes of alternatives) {
    const additions: (() => void | Promise<void>)[] = [];
    for (const scheme of schemes) {
      const own = outgoing.headers.get(scheme.header ?? "");
      if (own !== undefined) {
        registerHeader(own, call);
        additions.push(() => {});
        continue;
      }
      const found = await credentialsOf(scheme, outgoing, call);
      if (found === undefined) break;
      additions.push(() => scheme.add(outgoing, found, call));
    }
    if (additions.length === schemes.length) {
      for (const add of additions) await add();
      for (const { confine } of schemes) confine?.(outgoing);
      return;
    }
  }
  const isAnonymous = ({ sources }: SecurityScheme) =>
    sources.some(([option]) => outgoing.credentials[option] === null);
  if (alternatives.length > 0 && !alternatives.flat().some(isAnonymous)) {
    const wanted = alternatives.map((schemes) =>
      schemes
        .flatMap(({ sources }) => sources.map(([option, variable]) => `${option} (or ${variable})`))
        .join(" and "),
    );
    throw new InvalidRequestError(call, `no credential: set ${wanted.join(", or ")}`);
  }
}

/** A scheme that sends its credentials in a header. */
export function headerScheme(
  name: string,
  sources: readonly CredentialSource[],
  write: (...credentials: readonly string[]) => string,
): SecurityScheme {
  const header = name.toLowerCase();
  return {
    sources,
    header,
    add({ headers }, credentials, call) {
      const value = write(...credentials);
      requireHeader(name, value, call);
      registerHeader(value, call);
      headers.set(header, value);
    },
  };
}

/** The shortest part of a caller's own header that is secret by itself, in characters. */
const shortestPart = 6;

/**
 * Registers a header with a credential, which it may contain in another encoding, and the parts that
 * a server reads from it: a password, or the value of a cookie.
 */
export function registerHeader(value: string, { secrets }: CallSummary): void {
  const [, scheme = "", credential = value] = /^(\w+) +(.*)$/.exec(value) ?? [];
  const parts = /^basic$/i.test(scheme)
    ? [textOf(credential).replace(/^[^:]*:/, "")]
    : value.split(/; */).map((pair) => pair.replace(/^[^=]*=/, ""));
  secrets.push(credential, ...parts.filter(({ length }) => length >= shortestPart));
}

/** The text of base64 in UTF-8; empty if it is none. */
function textOf(base64: string): string {
  try {
    const bytes = Uint8Array.from(atob(base64), (byte) => byte.charCodeAt(0));
    return new TextDecoder().decode(bytes);
  } catch {
    return "";
  }
}

/** The values of all sources, or `undefined` if one is missing. */
async function credentialsOf(
  { sources }: SecurityScheme,
  { credentials }: Outgoing,
  call: CallSummary,
): Promise<string[] | undefined> {
  const found: string[] = [];
  for (const [option, variable] of sources) {
    const own = credentials[option];
    let given = own === undefined ? environment(variable) : own;
    try {
      if (typeof given === "function") given = await given();
    } catch (cause) {
      throw new InvalidRequestError(call, `the function for ${option} threw`, { cause });
    }
    if (!given) return undefined;
    found.push(given);
  }
  // Only the last value is secret; a username or client id before it isn't.
  call.secrets.push(...found.slice(-1));
  return found;
}

/**
 * Checks the header here, because the platform's error would quote its value, which may be secret.
 */
export function requireHeader(name: string, value: string, call: CallSummary): void {
  // A token and the characters of a field value (RFC 9110, 5.1 and 5.5).
  if (!/^[\w!#$%&'*+.^`|~-]+:[\t\x20-\x7e\x80-\xff]*$/.test(`${name}:${value}`)) {
    throw new InvalidRequestError(call, `${name} can't be sent as a header`);
  }
}
