import { discard } from "./discard.js";
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
  return {
    ...scheme,
    prepare: async (outgoing, call) => {
      const add = await scheme.prepare(outgoing, call);
      if (add === undefined) return undefined;
      return () => {
        add();
        const headers = confined.get(outgoing) ?? follow(outgoing);
        headers.push(header);
      };
    },
  };
}

/** Makes the request follow redirects itself, dropping the listed headers on another origin. */
function follow(outgoing: Outgoing): string[] {
  const { fetch, body } = outgoing;
  const headers = ["Authorization", "Cookie"];
  confined.set(outgoing, headers);
  outgoing.fetch = async (request, init) => {
    // Respects the caller's own choice of `redirect`.
    if (request.redirect !== "follow") return fetch(request, init);
    let current = new Request(request, { redirect: "manual" });
    for (let count = 0; count <= mostRedirects; count += 1) {
      // Kept for redirects that repeat the body; a stream can't be repeated.
      const again = body instanceof ReadableStream ? undefined : current.clone();
      const response = await fetch(current, { ...init, redirect: "manual" });
      if (response.type === "opaqueredirect") {
        throw new Error("the server redirects, and browsers don't reveal where to");
      }
      const location = response.headers.get("Location");
      if (!redirects.has(response.status) || location === null) return response;
      if (again === undefined && isKept(current, response.status)) return response;
      discard(response);
      current = redirected(
        again ?? current,
        response.status,
        new URL(location, current.url),
        headers,
      );
    }
    throw new Error(`more than ${mostRedirects} redirects`);
  };
  return headers;
}

/** Headers that describe a body, dropped together with it (Fetch, request-body-header name). */
const bodyHeaders = ["Content-Encoding", "Content-Language", "Content-Location", "Content-Type"];

const redirects = new Set([301, 302, 303, 307, 308]);

/** Whether a redirect repeats the method and the body (Fetch, HTTP-redirect fetch). */
function isKept({ method }: Request, status: number): boolean {
  if (status === 303) return method === "GET" || method === "HEAD";
  return status > 303 || method !== "POST";
}

function redirected(
  request: Request,
  status: number,
  to: URL,
  confinedHeaders: readonly string[],
): Request {
  const { method, body, signal } = request;
  const headers = new Headers(request.headers);
  const isElsewhere = to.origin !== new URL(request.url).origin;
  if (isElsewhere) for (const name of confinedHeaders) headers.delete(name);
  const init = { headers, signal, redirect: "manual" } as const;
  // Required for streams (Fetch, RequestInit); missing from TypeScript's types.
  const duplex = { duplex: "half" };
  if (isKept(request, status)) return new Request(to, { ...init, method, body, ...duplex });
  for (const name of bodyHeaders) headers.delete(name);
  return new Request(to, init);
}
