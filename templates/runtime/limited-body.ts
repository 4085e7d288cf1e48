/** Reads the beginning of a body, up to a limit in bytes, and frees the connection of a longer one. */
export async function limitedBody(response: Response, limit: number): Promise<ArrayBuffer> {
  const { body, bodyUsed } = response;
  // A `fetch` of another library may return a Node stream, which has no reader.
  if (bodyUsed || !body?.getReader) return response.arrayBuffer();
  const reader = body.getReader();
  const chunks: BlobPart[] = [];
  let size = 0;
  while (size < limit) {
    const { value } = await reader.read();
    if (!value) break;
    chunks.push(value);
    size += value.byteLength;
  }
  // Does nothing if the body has ended.
  reader.cancel().catch(() => {});
  return new Blob(chunks).slice(0, limit).arrayBuffer();
}
