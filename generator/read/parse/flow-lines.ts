/** A line that opens a flow collection: `key: {`, `- [`, in both cases also with entries behind. */
const opening = /^\s*(?:- +)*(?:(?:"[^"]*"|'[^']*'|[^\s"'#{[][^#{[]*?):)?\s+[{[]|^\s*- +[{[]/;

/** A line behind which a literal or folded text follows: its indicator is the last thing on it. */
const blockScalar = /[:-]\s+[|>][+-]?\d?[+-]?\s*(#.*)?$/;

/**
 * The text with the lines of each flow collection joined into one, by spaces in place of their line
 * breaks, so that no character moves. YAML wants all of them indented deeper than the key (1.2.2,
 * 7.4), and many people close a bracket below the key that it belongs to.
 */
export function withJoinedFlows(text: string): string {
  const pieces: string[] = [];
  let depth = 0;
  let scalarIndent: number | null = null;
  for (const line of text.match(/[^\r\n]*(?:\r\n|[\r\n]|$)/g) ?? []) {
    const content = line.trimEnd();
    const indent = content.length - content.trimStart().length;
    if (scalarIndent !== null && (content === "" || indent > scalarIndent)) {
      pieces.push(line);
      continue;
    }
    scalarIndent = depth === 0 && blockScalar.test(content) ? indent : null;
    if (depth > 0 || opening.test(content)) depth = Math.max(0, depth + depthOf(content));
    const isJoined = depth > 0 && !/(^|\s)#/.test(content);
    pieces.push(isJoined ? line.replace(/[\r\n]/g, " ") : line);
  }
  return pieces.join("");
}

/** How many more brackets a line opens than it closes, outside quotation marks. */
function depthOf(line: string): number {
  let depth = 0;
  for (const [token] of line.matchAll(/"(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|[{[]|[}\]]/g)) {
    if (token === "{" || token === "[") depth += 1;
    else if (token === "}" || token === "]") depth -= 1;
  }
  return depth;
}
