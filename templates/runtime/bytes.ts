/** The body of a response. */
export type Bytes = ArrayBuffer | Uint8Array<ArrayBuffer>;

/**
 * Reads a body, up to a limit in bytes, and frees the connection of a longer one. Reading it in
 * chunks takes less time than `arrayBuffer()`.
 */
export async function bytesOf(response: Response, limit = Infinity): Promise<Bytes> {
  // A `fetch` of another library may return a Node stream, which has no reader.
  const reader = response.bodyUsed ? undefined : response.body?.getReader?.();
  if (reader === undefined) return response.arrayBuffer();
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  while (size < limit) {
    const { value } = await reader.read();
    if (value === undefined) break;
    chunks.push(value);
    size += value.byteLength;
  }
  if (size >= limit) reader.cancel().catch(() => {});
  const [first] = chunks;
  if (first?.byteLength === size && size <= limit) return first;
  // Node.js 22 takes `Infinity` for 0 here.
  return new Blob(chunks).slice(0, Math.min(size, limit)).arrayBuffer();
}
