// Emitted by sdkwright 0.1.0 from document ddea6a7bbd82. What is written here is lost at the next run.

import { type CredentialSource, headerScheme, type SecurityScheme } from "./security.js";

/** A bearer token (RFC 6750). */
export function bearer(source: CredentialSource): SecurityScheme {
  return headerScheme("Authorization", [source], (token) => `Bearer ${token}`);
}
