import { percentEncode } from "./encode.js";
import { confining } from "./redirects.js";
import { type CredentialSource, credentialsFrom, type SecurityScheme } from "./security.js";

/**
 * An API key in a cookie (OpenAPI 3.1, Security Scheme Object), added to the cookies set by
 * parameters.
 */
export function apiKeyCookie(name: string, source: CredentialSource): SecurityScheme {
  const sources = [source];
  return confining("Cookie", {
    sources,
    prepare: async (outgoing, call) => {
      const [key] = (await credentialsFrom(sources, outgoing, call)) ?? [];
      if (key === undefined) return undefined;
      const pair = `${name}=${percentEncode(key)}`;
      call.secrets.push(percentEncode(key));
      return () => {
        const others = outgoing.headers.get("Cookie");
        outgoing.headers.set("Cookie", others ? `${others}; ${pair}` : pair);
      };
    },
  });
}
