import type { Bytes } from "./bytes.js";

/** The charset of a Content-Type, in lower case. */
export function charsetIn(contentType: string): string | undefined {
  return /charset\s*=\s*["']?([^\s;"']+)/i.exec(contentType)?.[1]?.toLowerCase();
}

/**
 * Decodes a body with the charset of its Content-Type, or as UTF-8 if there is none or it is
 * unknown (Encoding Standard, 4.2).
 */
export function textIn(bytes: Bytes, contentType: string): string {
  try {
    return new TextDecoder(charsetIn(contentType)).decode(bytes);
  } catch {
    return new TextDecoder().decode(bytes);
  }
}
