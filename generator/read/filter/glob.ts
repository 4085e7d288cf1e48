/**
 * A pattern of `*` (any text but a slash) and `**` (any text). The braces of a path template stand
 * for themselves, which is why this is not the glob of a shell. A `/**` at the end may be missing.
 */
export function globExpression(pattern: string): RegExp {
  const parts = pattern.split(/(\/\*{2,}$|\*+)/);
  const source = parts.map((part, index) => (index % 2 === 0 ? escaped(part) : wildcard(part)));
  return new RegExp(`^${source.join("")}$`, "su");
}

function wildcard(stars: string): string {
  if (stars.startsWith("/")) return "(?:/.*)?";
  return stars === "*" ? "[^/]*" : ".*";
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
}
