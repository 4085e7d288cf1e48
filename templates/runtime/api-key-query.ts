import { percentEncode } from "./encode.js";
import { type CredentialSource, credentialsFrom, type SecurityScheme } from "./security.js";

/**
 * An API key in the query (OpenAPI 3.1, Security Scheme Object). It isn't repeated on redirects.
 */
export function apiKeyQuery(name: string, source: CredentialSource): SecurityScheme {
  const sources = [source];
  return {
    sources,
    prepare: async (outgoing, call) => {
      const [key] = (await credentialsFrom(sources, outgoing, call)) ?? [];
      if (key === undefined) return undefined;
      const pair = `${percentEncode(name)}=${percentEncode(key)}`;
      call.secrets.push(percentEncode(key));
      return () => {
        if (!isUsable(outgoing.url)) return;
        outgoing.url += `${outgoing.url.includes("?") ? "&" : "?"}${pair}`;
      };
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
