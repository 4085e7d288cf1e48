/** The bytes of a hexadecimal string. @throws if it isn't hexadecimal. */
export function fromHex(text: string): Uint8Array<ArrayBuffer> {
  if (!/^([\da-f]{2})+$/i.test(text)) throw new TypeError("not hexadecimal");
  return Uint8Array.from(text.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}
