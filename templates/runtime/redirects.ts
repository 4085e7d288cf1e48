import { discard } from "./discard.js";
import { repeatable } from "./fetch.js";
import type { Outgoing, SecurityScheme } from "./security.js";

/** The limit that `fetch` has too (Fetch, HTTP-redirect fetch). */
const mostRedirects = 20;

/** By request, the headers that are sent to its origin only. */
const confined = new WeakMap<Outgoing, string[]>();

/**
 * A scheme whose header is sent to the request's origin only. On a redirect to another origin,
 * `fetch` drops `Authorization` but no other header.
 */
export function confining(header: string, scheme: SecurityScheme): SecurityScheme {
  return { ...scheme, confine: (outgoing) => confineHeader(outgoing, header) };
}

/** Sends a header to the request's origin only. */
export function confineHeader(outgoing: Outgoing, header: string): void {
  const headers = confined.get(outgoing) ?? follow(outgoing);
  headers.push(header);
}

/** Sends cookies to the request's origin only. */
export function confineCookies(outgoing: Outgoing): void {
  confineHeader(outgoing, "Cookie");
}

/**
 * Follows redirects as `fetch` does (Fetch, HTTP-redirect fetch), but drops the listed headers on a
 * redirect to another origin.
 */
function follow(outgoing: Outgoing): string[] {
  const { fetch, body } = outgoing;
  const headers = ["Authorization", "Cookie", "Proxy-Authorization"];
  confined.set(outgoing, headers);
  outgoing.fetch = async (input, given) => {
    let [url, init] = await repeatable(input, given, body);
    // Respects the caller's own choice of `redirect`.
    if ((init.redirect ?? "follow") !== "follow") return fetch(url, init);
    for (let count = 0; count <= mostRedirects; count += 1) {
      const response = await fetch(url, { ...init, redirect: "manual" });
      if (response.type === "opaqueredirect") {
        throw new Error("the server redirects, and a browser doesn't say where to");
      }
      const { status } = response;
      const location = response.headers.get("Location");
      if (!redirects.has(status) || location === null) return response;
      if (init.body instanceof ReadableStream && isKept(init, status)) return response;
      discard(response);
      const to = targetOf(location, url);
      init = redirected(init, status, to.origin === new URL(url).origin ? [] : headers);
      url = to.href;
    }
    throw new Error(`more than ${mostRedirects} redirects`);
  };
  return headers;
}

/** The target of a redirect. Rejects URLs that aren't HTTP or contain a password. */
function targetOf(location: string, base: string): URL {
  const to = URL.canParse(location, base) ? new URL(location, base) : undefined;
  if (!to || !/^https?:$/.test(to.protocol) || to.username || to.password) {
    throw new Error("the server redirects to an address that can't be followed");
  }
  return to;
}

/** Headers that describe a body (Fetch, request-body-header name). */
const bodyHeaders = ["Content-Encoding", "Content-Language", "Content-Location", "Content-Type"];

const redirects = new Set([301, 302, 303, 307, 308]);

/** Whether a redirect repeats the method and the body (Fetch, HTTP-redirect fetch). */
function isKept({ method }: RequestInit, status: number): boolean {
  if (status === 303) return method === "GET" || method === "HEAD";
  return status > 303 || method !== "POST";
}

function redirected(init: RequestInit, status: number, confinedHeaders: string[]): RequestInit {
  const headers = new Headers(init.headers);
  for (const name of confinedHeaders) headers.delete(name);
  if (isKept(init, status)) return { ...init, headers };
  for (const name of bodyHeaders) headers.delete(name);
  return { ...init, headers, method: "GET", body: null };
}
