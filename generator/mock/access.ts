import type { IncomingHttpHeaders } from "node:http";
import type { Api } from "../model/api/api.js";
import type { Operation } from "../model/api/operation.js";
import type { SecurityScheme } from "../model/api/security.js";
import { isHost, patternOf } from "../text.js";
import type { Received } from "./received.js";

/** What is wrong with the credentials of a request. Any credential is accepted. */
export function securityFaults({ security }: Operation, api: Api, received: Received): string[] {
  const schemes = new Map(api.security.map((scheme) => [scheme.name, scheme]));
  const isSatisfied = security.some((requirement) =>
    requirement.schemes.every(({ name }) => {
      const scheme = schemes.get(name);
      // Nothing is known about a scheme that isn't supported.
      return scheme === undefined || isSent(scheme, received);
    }),
  );
  if (security.length === 0 || isSatisfied) return [];
  const names = security.map(({ schemes: all }) => all.map(({ name }) => name).join(" and "));
  return [`a credential is required: ${names.join(", or ")}`];
}

function isSent(scheme: SecurityScheme, { headers, url }: Received): boolean {
  const authorization = headers.get("Authorization") ?? "";
  switch (scheme.kind) {
    case "basic":
      return /^basic \S/i.test(authorization);
    case "bearer":
    case "clientCredentials":
      return /^bearer \S/i.test(authorization);
    case "apiKey":
      if (scheme.in === "header") return headers.has(scheme.key);
      if (scheme.in === "query") return url.searchParams.has(scheme.key);
      return new RegExp(`(^|;\\s*)${patternOf(scheme.key)}=`).test(headers.get("Cookie") ?? "");
  }
}

/**
 * Why a request is refused that a page of the internet may have sent: a browser sends requests to
 * this machine for any page, and names its origin in `Origin`. A page whose own host resolves to this
 * machine (DNS rebinding) has no `Origin`, but that host in `Host`. `null` if the request isn't
 * refused.
 *
 * @param allowed the names of further hosts.
 */
export function foreignCaller(
  { host = "localhost", origin }: Pick<IncomingHttpHeaders, "host" | "origin">,
  allowed: readonly string[],
): string | null {
  const hosts = [`http://${host}`, ...(origin === undefined ? [] : [origin])].map(hostIn);
  const foreign = hosts.find((each) => !isLocal(each) && !allowed.includes(each));
  if (foreign === undefined) return null;
  const option = !isHost(foreign) ? "" : `: allow it with --allow-host ${foreign}`;
  return `the request comes from a page of ${foreign || "no host"}${option}`;
}

/** The host of a URL without its port; empty if it has none, as the origin `null`. */
function hostIn(url: string): string {
  return URL.canParse(url) ? new URL(url).hostname : "";
}

/** Whether a host is this machine, or has a name that nobody can own (RFC 6761, 6.2 and 6.3). */
function isLocal(host: string): boolean {
  return /^(127\.\d+\.\d+\.\d+|\[::1\]|(.+\.)?(localhost|test|internal))$/.test(host);
}
