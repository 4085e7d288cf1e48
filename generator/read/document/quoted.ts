import { visibleLine } from "../../text.js";

const longest = 200;

/** Text of a document as a message may show it: in quotation marks, on one line, of modest length. */
export function quoted(text: string): string {
  return `"${visibleLine(text.slice(0, longest))}${text.length > longest ? "…" : ""}"`;
}
