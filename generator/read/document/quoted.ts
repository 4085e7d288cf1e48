const longest = 200;

/** Text of a document as a message may show it: in quotation marks, on one line, of modest length. */
export function quoted(text: string): string {
  const printable = text.slice(0, longest).replace(/\p{C}/gu, "");
  return `"${printable}${text.length > longest ? "…" : ""}"`;
}
