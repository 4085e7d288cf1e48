/** A place in a text; both count from 1. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

const lineFeed = 0x0a;
const carriageReturn = 0x0d;

/** Reads the line breaks of a text once, and then finds the place of any character quickly. */
export function positionsIn(text: string): (offset: number) => Position {
  const starts = [0];
  for (let offset = 0; offset < text.length; offset += 1) {
    const unit = text.charCodeAt(offset);
    const isBreak = unit === lineFeed || unit === carriageReturn;
    // The two of them are one break.
    const isHalf = unit === carriageReturn && text.charCodeAt(offset + 1) === lineFeed;
    if (isBreak && !isHalf) starts.push(offset + 1);
  }
  return (offset) => {
    const line = lastAtMost(starts, offset);
    return { line: line + 1, column: offset - (starts[line] ?? 0) + 1 };
  };
}

/** The index of the last of the ascending numbers that isn't above the limit, by halving. */
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
