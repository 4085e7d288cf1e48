import { percentEncode } from "./encode.js";
import type { CredentialSource, SecurityScheme } from "./security.js";

/**
 * An API key in the query (OpenAPI 3.1, Security Scheme Object). It isn't repeated on redirects.
 */
export function apiKeyQuery(name: string, source: CredentialSource): SecurityScheme {
  return {
    sources: [source],
    add(outgoing, [key = ""], call) {
      const value = percentEncode(key);
      call.secrets.push(value);
      const { url } = outgoing;
      if (isUsable(url)) {
        outgoing.url += `${url.includes("?") ? "&" : "?"}${percentEncode(name)}=${value}`;
      }
    },
  };
}

/** Checks the URL before the key is added, because the error for an invalid URL quotes it. */
function isUsable(url: string): boolean {
  try {
    return new Request(url) !== undefined;
  } catch {
    return false;
  }
}
