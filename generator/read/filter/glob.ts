/**
 * Compiles a pattern of `*` (any text without a slash) and `**` (any text). Braces are literal,
 * because path templates contain them; a shell's glob would expand them. A trailing `/**` also
 * matches nothing.
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
