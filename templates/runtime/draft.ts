import type { CallOptions, ClientSettings, HeaderFields } from "./client-core.js";
import { isServer } from "./environment.js";
import { type CallSummary, InvalidRequestError } from "./errors.js";
import type { Operation } from "./operation.js";
import type { Written } from "./parameter.js";
import { type HeaderMap, registerHeader, requireHeader } from "./security.js";

/** A request before it is sent. Every attempt is built from it. */
export interface Draft {
  readonly url: string;
  /** The server's URL without its query and trailing `/`. */
  readonly server: string;
  /** Copied by each attempt, which adds its credentials to them. */
  readonly headers: HeaderMap;
  readonly body: BodyInit | undefined;
  readonly prepare: Written["prepare"];
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
    Accept: options.accept ?? operation.accept ?? "application/json",
    "Content-Type": written.contentType,
    "User-Agent": isServer() ? api.userAgent : undefined,
  };
  const key = operation.idempotency?.fields(options.idempotencyKey);
  const given = [own, key, client.headers, options.headers, written.headers];
  const headers = mergeHeaders(given, call);
  const { origin, pathname, search } = serverOf(operation, settings, options, call);
  const server = origin + pathname.replace(/\/$/, "");
  const query = [search.slice(1), ...written.query].filter(Boolean).join("&");
  const url = server + written.path + (query && `?${query}`);
  const { body, prepare } = written;
  return { url, server, headers, body, prepare };
}

/** Resolves an operation's server without a host against the client's server. */
function serverOf(
  { server: own }: Operation,
  { options: client, api }: ClientSettings,
  { serverURL }: CallOptions,
  call: CallSummary,
): URL {
  const isOnHost = typeof own === "string" && own.startsWith("/");
  const given = serverURL ?? client.serverURL ?? (isOnHost ? undefined : own) ?? api.server;
  const url = serverURLFrom(given, client, call);
  return isOnHost && serverURL === undefined ? new URL(own, url) : url;
}

function serverURLFrom(
  given: Operation["server"] | URL,
  client: ClientSettings["options"],
  call: CallSummary,
): URL {
  const text = String((typeof given === "function" ? given(client) : given) ?? "");
  const { location } = globalThis as { location?: { readonly href?: string } };
  const url = text && URL.canParse(text, location?.href) && new URL(text, location?.href);
  // `fetch` rejects a URL with a password too, but quotes the password in its message.
  if (url && /^https?:\/\/[^/@]*\/[^#]*$/.test(url.href)) return url;
  throw new InvalidRequestError(
    call,
    "no server: set a serverURL of http or https, without a password and a fragment",
  );
}

/**
 * Later fields replace earlier ones of the same name; `null` removes a field.
 *
 * @throws {InvalidRequestError} if a field can't be sent.
 */
function mergeHeaders(given: readonly (HeaderFields | undefined)[], call: CallSummary): HeaderMap {
  const headers: HeaderMap = new Map();
  for (const fields of given) {
    for (const [name, value] of Object.entries(fields ?? {})) {
      requireHeader(name, value ?? "", call);
      if (value && /^(proxy-)?authorization$|^cookie$/i.test(name)) registerHeader(value, call);
      if (value === null) headers.delete(name.toLowerCase());
      else if (value !== undefined) headers.set(name.toLowerCase(), value);
    }
  }
  return headers;
}
