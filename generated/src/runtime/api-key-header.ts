// Emitted by sdkwright 0.1.0 from document ddea6a7bbd82. What is written here is lost at the next run.

import { confining } from "./redirects.js";
import { type CredentialSource, headerScheme, type SecurityScheme } from "./security.js";

/** An API key in a header (OpenAPI 3.1, Security Scheme Object). */
export function apiKeyHeader(header: string, source: CredentialSource): SecurityScheme {
  return confining(
    header,
    headerScheme(header, [source], (key) => key),
  );
}
