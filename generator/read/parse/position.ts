/** A position in a text; both numbers start at 1. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

const lineBreak = /\r\n?|\n/g;

/** Indexes the line breaks of a text once, and then converts offsets to positions quickly. */
export function positionsIn(text: string): (offset: number) => Position {
  const starts = [0];
  lineBreak.lastIndex = 0;
  while (lineBreak.test(text)) starts.push(lineBreak.lastIndex);
  return (offset) => {
    const line = lastAtMost(starts, offset);
    return { line: line + 1, column: offset - (starts[line] ?? 0) + 1 };
  };
}

/** Binary search for the last of the ascending numbers that isn't above the limit. */
function lastAtMost(ascending: readonly number[], limit: number): number {
  let low = 0;
  let high = ascending.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((ascending[middle] ?? 0) <= limit) low = middle;
    else high = middle;
  }
  return low;
}
