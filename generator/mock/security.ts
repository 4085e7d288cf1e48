import type { Api, Operation, SecurityScheme } from "../model/api.js";
import type { Received } from "./received.js";
import { escaped } from "./wire-text.js";

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
      return new RegExp(`(^|;\\s*)${escaped(scheme.key)}=`).test(headers.get("Cookie") ?? "");
  }
}
