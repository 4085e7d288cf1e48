import type { SecurityScheme } from "./security.js";

/** A bearer token (RFC 6750). */
export function bearer(option: string, environment: string): SecurityScheme {
  return { option, environment, header: "Authorization", write: (token) => `Bearer ${token}` };
}
