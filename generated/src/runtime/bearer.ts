// Emitted by sdkwright 0.1.0 from document ddea6a7bbd82. What is written here is lost at the next run.

import type { SecurityScheme } from "./security.js";

/** A bearer token (RFC 6750). */
export function bearer(option: string, environment: string): SecurityScheme {
  return { option, environment, header: "Authorization", write: (token) => `Bearer ${token}` };
}
