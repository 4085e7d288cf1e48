const decoder = new TextDecoder("utf-8", { fatal: true });

/** A text, or why there is none: a sentence for the user. */
export type Collected =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly message: string };

/**
 * Reads bytes to their end as UTF-8, without the byte order mark, and gives up as soon as they are
 * more than `limit`.
 */
export async function collect(bytes: AsyncIterable<Uint8Array>, limit: number): Promise<Collected> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of bytes) {
    chunks.push(chunk);
    size += chunk.byteLength;
    if (size > limit) return { ok: false, message: tooLarge(limit) };
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
