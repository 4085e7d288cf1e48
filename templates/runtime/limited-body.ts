/** Reads a body up to a limit, in bytes, and frees the connection of a longer one. */
export async function limitedBody(response: Response, limit: number): Promise<ArrayBuffer> {
  // A `fetch` of another library may return a Node stream, which has no reader.
  const reader = response.bodyUsed ? undefined : response.body?.getReader?.();
  if (reader === undefined) return response.arrayBuffer();
  const chunks: BlobPart[] = [];
  let size = 0;
  while (size < limit) {
    const { value } = await reader.read();
    if (value === undefined) break;
    chunks.push(value);
    size += value.byteLength;
  }
  reader.cancel().catch(() => {});
  return new Blob(chunks).slice(0, limit).arrayBuffer();
}
