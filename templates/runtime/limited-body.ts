/** The beginning of a body that isn't read without a limit. */
export interface LimitedBody {
  readonly bytes: ArrayBuffer;
  /** Whether the body is longer than the limit. */
  readonly isCut: boolean;
}

/** Reads a body up to a limit, in bytes, and frees the connection of a longer one. */
export async function limitedBody(response: Response, limit: number): Promise<LimitedBody> {
  // A `fetch` of another library may return a Node stream, which has no reader.
  const reader = response.bodyUsed ? undefined : response.body?.getReader?.();
  if (reader === undefined) return { bytes: await response.arrayBuffer(), isCut: false };
  const chunks: BlobPart[] = [];
  let size = 0;
  for (;;) {
    const { value } = await reader.read();
    if (value) chunks.push(value);
    size += value?.byteLength ?? 0;
    const isCut = size > limit;
    if (isCut) reader.cancel().catch(() => {});
    else if (value) continue;
    return { bytes: await new Blob(chunks).slice(0, limit).arrayBuffer(), isCut };
  }
}
