/**
 * Tells whether a text matches a pattern of `*` (any text but a slash) and `**` (any text). The
 * braces of a path template stand for themselves, so this is not the glob of a shell. A `/**` at the
 * end may be missing. The time is at most the product of both lengths, whatever the pattern is.
 */
export function globMatcher(pattern: string): (text: string) => boolean {
  const parts = partsOf(pattern);
  return (text) => {
    // Which starts of the text the parts so far match.
    let ends = new Set([0]);
    for (const part of parts) ends = endsAfter(part, text, ends);
    return ends.has(text.length);
  };
}

/** A text, or what stands for any: a part of a path, all of it, or what is below it. */
type Part = string | { readonly any: "name" | "text" | "below" };

function partsOf(pattern: string): Part[] {
  return pattern.split(/(\/\*{2,}$|\*+)/).map((part, index): Part => {
    if (index % 2 === 0) return part;
    if (part.startsWith("/")) return { any: "below" };
    return { any: part === "*" ? "name" : "text" };
  });
}

function endsAfter(part: Part, text: string, starts: ReadonlySet<number>): Set<number> {
  if (typeof part === "string") {
    const matching = [...starts].filter((start) => text.startsWith(part, start));
    return new Set(matching.map((start) => start + part.length));
  }
  const ends = new Set(starts);
  const { any } = part;
  let isWithin = false;
  for (let at = 0; at < text.length; at += 1) {
    const isSlash = text[at] === "/";
    if (starts.has(at)) isWithin ||= any !== "below" || isSlash;
    if (any === "name" && isSlash) isWithin = false;
    if (isWithin) ends.add(at + 1);
  }
  return ends;
}
