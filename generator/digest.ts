import { hash } from "node:crypto";
import { readFileSync, statSync } from "node:fs";

/** SHA-256, as short as text can be. */
export function digestOf(held: string | Uint8Array): string {
  return hash("sha256", held, "base64url");
}

/** Of what a file holds; `null` where no file is that can be read. Waits for no pipe. */
export function digestAt(path: string): string | null {
  try {
    return statSync(path).isFile() ? digestOf(readFileSync(path)) : null;
  } catch {
    return null;
  }
}
