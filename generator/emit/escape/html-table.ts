/** Elements that put their content on lines of its own. */
const lines = /<\/?(?:p|ul|ol|li|div|blockquote)(?:\s[^<>]*)?>|<br ?\/?>/gi;

const structure = /<\/?(?:t[dhr]|thead|tbody|tfoot|caption|colgroup|col)(?:\s[^<>]*)?>/gi;

/** The tables of HTML as Markdown, and those of Markdown without line breaks in their cells. */
export function withMarkdownTables(prose: string): string {
  const pieces = prose.split(/<\/table>/i);
  const converted = pieces.map((piece, index) => {
    const start = index === pieces.length - 1 ? -1 : piece.search(/<table(?:\s[^<>]*)?>/i);
    return start === -1
      ? piece
      : `${piece.slice(0, start)}\n\n${tableFrom(piece.slice(start))}\n\n`;
  });
  return converted.join("").replace(/^[ \t]*\|.*<.*$/gm, oneLineCells);
}

/** The first row is the head, as Markdown needs one. */
function tableFrom(html: string): string {
  const rows = html
    .split(/<tr(?:\s[^<>]*)?>/i)
    .slice(1)
    .map((row) =>
      row
        .split(/<t[hd](?:\s[^<>]*)?>/i)
        .slice(1)
        .map(cellFrom),
    )
    .filter((cells) => cells.length > 0);
  const width = Math.max(0, ...rows.map((cells) => cells.length));
  const [head, ...rest] = rows.map((cells) =>
    Array.from({ length: width }, (_, index) => cells[index] ?? ""),
  );
  if (head === undefined) return "";
  return [head, head.map(() => "---"), ...rest].map((row) => `| ${row.join(" | ")} |`).join("\n");
}

function cellFrom(html: string): string {
  return onOneLine(html.replace(structure, "").replace(/\s+/g, " ")).replace(/(?<!\\)\|/g, "\\|");
}

function oneLineCells(row: string): string {
  return row
    .split(/(?<!\\)\|/)
    .map((cell) => (cell.includes("<") ? ` ${onOneLine(cell)} ` : cell))
    .join("|");
}

function onOneLine(html: string): string {
  return html
    .split(lines)
    .map((line) => line.trim())
    .filter((line) => line !== "")
    .join("<br/>");
}
