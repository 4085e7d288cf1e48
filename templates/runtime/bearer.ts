import { type CredentialSource, headerScheme, type SecurityScheme } from "./security.js";

/** A bearer token (RFC 6750). */
export function bearer(source: CredentialSource): SecurityScheme {
  return headerScheme("Authorization", [source], (token) => `Bearer ${token}`);
}
