import { discard } from "./discard.js";
import type { Outgoing, SecurityScheme } from "./security.js";

/** As many as `fetch` itself follows (Fetch, HTTP-redirect fetch). */
const mostRedirects = 20;

/** The headers that stay with the origin of a request, by request. */
const confined = new WeakMap<Outgoing, string[]>();

/**
 * A scheme whose header stays with its origin. `fetch` drops `Authorization` where a redirect leads
 * elsewhere, and no header beside it.
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

/** Lets the request follow redirects by itself, without the headers of the list once they leave its origin. */
function follow(outgoing: Outgoing): string[] {
  const { fetch, body } = outgoing;
  const headers = ["Authorization", "Cookie"];
  confined.set(outgoing, headers);
  outgoing.fetch = async (request, init) => {
    // What the caller has chosen otherwise stays.
    if (request.redirect !== "follow") return fetch(request, init);
    let current = new Request(request, { redirect: "manual" });
    for (let count = 0; count <= mostRedirects; count += 1) {
      // Kept for the statuses that ask for the body again; a stream can't be.
      const again = body instanceof ReadableStream ? undefined : current.clone();
      const response = await fetch(current, { ...init, redirect: "manual" });
      if (response.type === "opaqueredirect") {
        throw new Error("the server redirects, and a browser doesn't tell where to");
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

/** What says something of a body, and nothing without one (Fetch, request-body-header name). */
const bodyHeaders = ["Content-Encoding", "Content-Language", "Content-Location", "Content-Type"];

const redirects = new Set([301, 302, 303, 307, 308]);

/** Whether a redirect asks for the same method and body again (Fetch, HTTP-redirect fetch). */
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
  // Asked for by streams (Fetch, RequestInit), and unknown to TypeScript's types of it.
  const duplex = { duplex: "half" };
  if (isKept(request, status)) return new Request(to, { ...init, method, body, ...duplex });
  for (const name of bodyHeaders) headers.delete(name);
  return new Request(to, init);
}
