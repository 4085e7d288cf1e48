import type { Clock } from "./clock.js";
import { environment } from "./environment.js";
import { type CallSummary, InvalidRequestError } from "./errors.js";
import type { Fetch } from "./fetch.js";

/** A secret, or a function that gives it each time that one is needed. */
export type Credential = string | (() => string | Promise<string>);

/** Every credential that the client was given, by option; `null` is none, whatever the environment says. */
export type Credentials = Readonly<Record<string, Credential | null | undefined>>;

/** A client option that holds a credential, and the environment variable that is asked without it. */
export type CredentialSource = readonly [option: string, environment: string];

/** One attempt's request before it is made; a scheme adds to it what shows who is calling. */
export interface Outgoing {
  url: string;
  /** The URL of the server, which relative URLs of token endpoints are resolved against. */
  readonly server: string;
  /** Aborts when the attempt ends before it is answered. */
  readonly signal: AbortSignal;
  readonly headers: Headers;
  readonly body: BodyInit | undefined;
  /** What sends it; a scheme may put its own around it. */
  fetch: Fetch;
  readonly credentials: Credentials;
  readonly clock: Clock;
}

/** One way to show who is calling (OpenAPI 3.1, Security Scheme Object). */
export interface SecurityScheme {
  readonly sources: readonly CredentialSource[];
  /** What adds the credential to the request, or `undefined` where there is none. */
  readonly prepare: (outgoing: Outgoing, call: CallSummary) => Promise<(() => void) | undefined>;
}

/**
 * Adds the credentials of the first alternative that has all of its own, or none if one is `null`.
 *
 * @throws {InvalidRequestError} when none has, or when a credential can't be had or sent.
 */
export async function authorize(
  alternatives: readonly (readonly SecurityScheme[])[],
  outgoing: Outgoing,
  call: CallSummary,
): Promise<void> {
  for (const schemes of alternatives) {
    const additions: (() => void)[] = [];
    for (const scheme of schemes) {
      const add = await scheme.prepare(outgoing, call);
      if (add === undefined) break;
      additions.push(add);
    }
    if (additions.length === schemes.length) {
      for (const add of additions) add();
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
    throw new InvalidRequestError(call, `no credential: give the client ${wanted.join(", or ")}`);
  }
}

/** A scheme whose credentials travel in a header; one that the caller sets stands instead of it. */
export function headerScheme(
  header: string,
  sources: readonly CredentialSource[],
  write: (...credentials: string[]) => string,
): SecurityScheme {
  return {
    sources,
    prepare: async (outgoing, call) => {
      const { headers } = outgoing;
      if (headers.has(header)) return () => {};
      const found = await credentialsFrom(sources, outgoing, call);
      if (found === undefined) return undefined;
      const value = write(...found);
      requireHeader(header, value, call);
      // What is sent may be another form of the secret.
      call.secrets.push(value.replace(/^\w+ /, ""));
      return () => headers.set(header, value);
    },
  };
}

/** All of them, or `undefined` where one is missing. */
export async function credentialsFrom(
  sources: readonly CredentialSource[],
  { credentials }: Outgoing,
  call: CallSummary,
): Promise<string[] | undefined> {
  const found: string[] = [];
  for (const [option, variable] of sources) {
    const own = credentials[option];
    const given = own === undefined ? environment(variable) : own;
    let credential: string | null | undefined;
    try {
      credential = typeof given === "function" ? await given() : given;
    } catch (cause) {
      throw new InvalidRequestError(call, `the function for ${option} threw`, { cause });
    }
    if (!credential) return undefined;
    found.push(credential);
  }
  // The last is the secret one: a username or a client's id before it is none.
  call.secrets.push(...found.slice(-1));
  return found;
}

/** Said here because the message of a refused header would print its value, which may be secret. */
export function requireHeader(name: string, value: string, call: CallSummary): void {
  // A token and what a field may hold (RFC 9110, 5.1 and 5.5).
  if (!/^[\w!#$%&'*+.^`|~-]+:[\t\x20-\x7e\x80-\xff]*$/.test(`${name}:${value}`)) {
    throw new InvalidRequestError(call, `${name} is unfit for a header`);
  }
}
