import type { CallOptions, ClientSettings, HeaderFields } from "./client-core.js";
import { isServer } from "./environment.js";
import { type CallSummary, InvalidRequestError } from "./errors.js";
import type { Operation } from "./operation.js";
import type { Written } from "./parameter.js";
import { requireHeader } from "./security.js";

/** A request before it is sent. Every attempt is built from it. */
export interface Draft {
  readonly url: string;
  /** Creates new headers for each attempt, which adds its credentials to them. */
  readonly headers: () => Headers;
  readonly body: BodyInit | undefined;
}

/**
 * Builds the request of a call.
 *
 * @throws {InvalidRequestError} if there is no server, or a header can't be sent.
 */
export function draftOf(
  operation: Operation,
  written: Written,
  settings: ClientSettings,
  options: CallOptions,
  call: CallSummary,
): Draft {
  const { options: client, api } = settings;
  const own = {
    Accept: operation.accept ?? "application/json",
    "Content-Type": written.contentType,
    "User-Agent": isServer ? api.userAgent : undefined,
  };
  const key = operation.idempotency?.fields(options.idempotencyKey);
  const given: (HeaderFields | undefined)[] = [
    own,
    key,
    client.headers,
    options.headers,
    written.headers,
  ];
  for (const fields of given) {
    for (const name in fields) requireHeader(name, fields[name] ?? "", call);
  }
  const query = written.query.join("&");
  const url = serverOf(operation, settings, options, call) + written.path + (query && `?${query}`);
  return { url, headers: () => mergeHeaders(given), body: written.body };
}

/** Resolves an operation's server without a host against the client's server. */
function serverOf(
  { server: own }: Operation,
  { options: client, api }: ClientSettings,
  { serverURL }: CallOptions,
  call: CallSummary,
): string {
  const isOnHost = typeof own === "string" && own.startsWith("/");
  const given = serverURL ?? client.serverURL ?? (isOnHost ? undefined : own) ?? api.server;
  const url = serverURLFrom(given, client, call);
  return isOnHost && serverURL === undefined ? new URL(own, url).href.replace(/\/$/, "") : url;
}

function serverURLFrom(
  given: Operation["server"] | URL,
  client: ClientSettings["options"],
  call: CallSummary,
): string {
  const url = String((typeof given === "function" ? given(client) : given) ?? "");
  // `fetch` rejects a URL with a password too, but quotes the password in its message.
  if (!url || /\/\/[^/?#]*@/.test(url)) {
    throw new InvalidRequestError(call, "no server: set serverURL, without a password in it");
  }
  return url.replace(/\/$/, "");
}

/** Later fields replace earlier ones of the same name; `null` removes a field. */
function mergeHeaders(given: readonly (HeaderFields | undefined)[]): Headers {
  const headers = new Headers();
  for (const fields of given) {
    for (const [name, value] of Object.entries(fields ?? {})) {
      if (value === null) headers.delete(name);
      else if (value !== undefined) headers.set(name, value);
    }
  }
  return headers;
}
