/** The charset that a Content-Type names, in small letters. */
export function charsetIn(contentType: string): string | undefined {
  return /charset\s*=\s*["']?([^\s;"']+)/i.exec(contentType)?.[1]?.toLowerCase();
}

/**
 * The text of a body in the charset of its Content-Type, or in UTF-8 if that names none, or one that
 * is unknown (Encoding Standard, 4.2).
 */
export function textIn(bytes: ArrayBuffer, contentType: string): string {
  try {
    return new TextDecoder(charsetIn(contentType)).decode(bytes);
  } catch {
    return new TextDecoder().decode(bytes);
  }
}
