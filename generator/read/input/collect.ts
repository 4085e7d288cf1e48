const decoder = new TextDecoder("utf-8", { fatal: true });

/** A text, or the reason why there is none, as a sentence for the user. */
export type Collected =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly message: string };

/** A budget of bytes, shared by several reads. */
export interface ByteBudget {
  readonly bytes: number;
  /** The bytes that remain. */
  remaining: number;
}

export function byteBudget(bytes: number): ByteBudget {
  return { bytes, remaining: bytes };
}

/** Reads a stream of UTF-8 without its byte order mark, and stops once it exceeds the budget. */
export async function collect(
  bytes: AsyncIterable<Uint8Array>,
  budget: ByteBudget,
): Promise<Collected> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of bytes) {
    chunks.push(chunk);
    budget.remaining -= chunk.byteLength;
    if (budget.remaining < 0) return { ok: false, message: tooLarge(budget.bytes) };
  }
  return decoded(Buffer.concat(chunks));
}

function decoded(bytes: Uint8Array): Collected {
  const message = "this is not UTF-8 text: save the document uncompressed, as UTF-8";
  // In UTF-16, one of the first two bytes of ASCII is 0.
  if (bytes[0] === 0 || bytes[1] === 0) return { ok: false, message };
  try {
    return { ok: true, text: decoder.decode(bytes) };
  } catch {
    return { ok: false, message };
  }
}

function tooLarge(limit: number): string {
  return `this has more than ${limit.toLocaleString("en")} bytes: split the document`;
}
