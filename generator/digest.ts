import { hash } from "node:crypto";
import { readFileSync, statSync } from "node:fs";

/** The SHA-256 digest, as base64url. */
export function digestOf(held: string | Uint8Array): string {
  return hash("sha256", held, "base64url");
}

/**
 * The SHA-256 digest of a regular file; `null` if it can't be read. Pipes are skipped, since
 * reading one blocks.
 */
export function digestAt(path: string): string | null {
  try {
    return statSync(path).isFile() ? digestOf(readFileSync(path)) : null;
  } catch {
    return null;
  }
}
