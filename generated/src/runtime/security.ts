// Emitted by sdkwright 0.1.0 from document ddea6a7bbd82. What is written here is lost at the next run.

import { type CallSummary, InvalidRequestError } from "./errors.js";

/** A secret, or a function that gives it each time that one is needed. */
export type Credential = string | (() => string | Promise<string>);

/** One way to show who is calling (OpenAPI 3.1, Security Scheme Object). */
export interface SecurityScheme {
  /** The client option that holds the credential. */
  readonly option: string;
  /** The environment variable that is asked where the option isn't given. */
  readonly environment: string;
  /** The header that the credential travels in; one that the caller sets stands instead of it. */
  readonly header: string;
  /** The header's value. */
  readonly write: (credential: string) => string;
}

/** Every credential that the client was given, by option. */
export type Credentials = Readonly<Record<string, Credential | undefined>>;

/**
 * Sets the headers of the first alternative that has all its credentials.
 *
 * @throws {InvalidRequestError} when none has, or when a credential can't be had or sent.
 */
export async function authorize(
  request: Request,
  alternatives: readonly (readonly SecurityScheme[])[],
  credentials: Credentials,
  call: CallSummary,
): Promise<void> {
  for (const schemes of alternatives) {
    const headers = await headersOf(schemes, request, credentials, call);
    if (headers === undefined) continue;
    for (const [name, value] of headers) request.headers.set(name, value);
    return;
  }
  const wanted = alternatives.flat().map((scheme) => `${scheme.option} (or ${scheme.environment})`);
  if (wanted.length > 0) {
    throw new InvalidRequestError(call, `no credential: give the client ${wanted.join(" or ")}`);
  }
}

async function headersOf(
  schemes: readonly SecurityScheme[],
  request: Request,
  credentials: Credentials,
  call: CallSummary,
): Promise<[name: string, value: string][] | undefined> {
  const headers: [string, string][] = [];
  for (const scheme of schemes) {
    if (request.headers.has(scheme.header)) continue;
    const credential = await credentialFor(scheme, credentials, call);
    if (credential === undefined) return undefined;
    headers.push([scheme.header, scheme.write(credential)]);
  }
  return headers;
}

async function credentialFor(
  scheme: SecurityScheme,
  credentials: Credentials,
  call: CallSummary,
): Promise<string | undefined> {
  const given = credentials[scheme.option];
  let credential: string | undefined;
  try {
    credential =
      typeof given === "function" ? await given() : (given ?? environment(scheme.environment));
  } catch (cause) {
    throw new InvalidRequestError(call, `the function for ${scheme.option} threw`, { cause });
  }
  if (credential) requireHeaderValue(scheme.option, credential, call);
  return credential || undefined;
}

/** Said here because the message of a refused header would print its value, which may be secret. */
export function requireHeaderValue(name: string, value: unknown, call: CallSummary): void {
  if (/[^\t\x20-\x7e\x80-\xff]/.test(String(value))) {
    throw new InvalidRequestError(call, `${name} has a character that no header can carry`);
  }
}

function environment(name: string): string | undefined {
  // `process` is there on Node, Deno and Bun and absent from browsers; nothing else of Node is used.
  const { process } = globalThis as { process?: { env?: Record<string, string | undefined> } };
  return process?.env?.[name];
}
