// Emitted by sdkwright 0.1.0 from document ddea6a7bbd82. What is written here is lost at the next run.

import type { SecurityScheme } from "./security.js";

/** An API key in a header (OpenAPI 3.1, Security Scheme Object). */
export function apiKeyHeader(option: string, environment: string, header: string): SecurityScheme {
  return { option, environment, header, write: (key) => key };
}
