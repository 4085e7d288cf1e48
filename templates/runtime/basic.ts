import { type CredentialSource, headerScheme, type SecurityScheme } from "./security.js";
import { toBase64 } from "./to-base64.js";

/** HTTP Basic authentication (RFC 7617). */
export function basic(username: CredentialSource, password: CredentialSource): SecurityScheme {
  return headerScheme("Authorization", [username, password], (...pair) => basicValue(...pair));
}

/** The value of the `Authorization` header, encoded as UTF-8. */
export function basicValue(...pair: string[]): string {
  return `Basic ${toBase64(new TextEncoder().encode(pair.join(":")))}`;
}
