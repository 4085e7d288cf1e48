import { percentEncode } from "./encode.js";
import { confining } from "./redirects.js";
import type { CredentialSource, SecurityScheme } from "./security.js";

/**
 * An API key in a cookie (OpenAPI 3.1, Security Scheme Object), added to the cookies set by
 * parameters.
 */
export function apiKeyCookie(name: string, source: CredentialSource): SecurityScheme {
  return confining("Cookie", {
    sources: [source],
    add({ headers }, [key = ""], call) {
      const value = percentEncode(key);
      call.secrets.push(value);
      const pair = `${name}=${value}`;
      const others = headers.get("cookie");
      headers.set("cookie", others ? `${others}; ${pair}` : pair);
    },
  });
}
