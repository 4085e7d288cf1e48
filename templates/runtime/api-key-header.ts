import { confining } from "./redirects.js";
import { type CredentialSource, headerScheme, type SecurityScheme } from "./security.js";

/** An API key in a header (OpenAPI 3.1, Security Scheme Object). */
export function apiKeyHeader(header: string, source: CredentialSource): SecurityScheme {
  return confining(
    header,
    headerScheme(header, [source], (key) => key),
  );
}
