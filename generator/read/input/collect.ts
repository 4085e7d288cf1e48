const decoder = new TextDecoder("utf-8", { fatal: true });

/** A text, or why there is none: a sentence for the user. */
export type Collected =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly message: string };

/** How many bytes may be read by all who share it, at once too. */
export interface Allowance {
  readonly bytes: number;
  /** What nobody has read yet. */
  left: number;
}

export function allowanceOf(bytes: number): Allowance {
  return { bytes, left: bytes };
}

/**
 * Reads bytes to their end as UTF-8, without the byte order mark, and gives up as soon as they are
 * more than is allowed.
 */
export async function collect(
  bytes: AsyncIterable<Uint8Array>,
  allowance: Allowance,
): Promise<Collected> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of bytes) {
    chunks.push(chunk);
    allowance.left -= chunk.byteLength;
    if (allowance.left < 0) return { ok: false, message: tooLarge(allowance.bytes) };
  }
  return decoded(Buffer.concat(chunks));
}

function decoded(bytes: Uint8Array): Collected {
  try {
    return { ok: true, text: decoder.decode(bytes) };
  } catch {
    return {
      ok: false,
      message: "this is not UTF-8 text: save the document as UTF-8, and not compressed",
    };
  }
}

function tooLarge(limit: number): string {
  return `this holds more than ${limit.toLocaleString("en")} bytes: split the document`;
}
