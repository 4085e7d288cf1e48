/**
 * The candidate that a misspelled word most likely means, or `null` if it is close to none: one with
 * the same letters in another case or with other hyphens, else one that is at most two edits away,
 * and at most one for every three characters. An edit adds, drops or exchanges a character, or swaps
 * it with the next one.
 */
export function nearest(word: string, candidates: readonly string[]): string | null {
  const letters = lettersOf(word);
  const same = candidates.find((candidate) => lettersOf(candidate) === letters);
  if (same !== undefined) return same;
  let best: string | null = null;
  let limit = Math.min(2, Math.floor(Math.max(word.length, 3) / 3));
  for (const candidate of candidates) {
    // A candidate of three characters is close to half of all short words.
    if (candidate.length < 4 || Math.abs(candidate.length - word.length) > limit) continue;
    const edits = editsBetween(word, candidate);
    if (edits > limit) continue;
    best = candidate;
    limit = edits - 1;
  }
  return best;
}

/** A word without case and hyphens: what two spellings of it have in common. */
export function lettersOf(word: string): string {
  return word.toLowerCase().replace(/[-_ .]/g, "");
}

/** Optimal string alignment: a swap of two neighbours counts as one edit. */
function editsBetween(from: string, to: string): number {
  const [a, b] = [from.toLowerCase(), to.toLowerCase()];
  let previous: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const isSame = a[i - 1] === b[j - 1];
      const isSwap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      next[j] = Math.min(
        at(row, j) + 1,
        at(next, j - 1) + 1,
        at(row, j - 1) + (isSame ? 0 : 1),
        isSwap ? at(previous, j - 2) + 1 : Number.POSITIVE_INFINITY,
      );
    }
    previous = row;
    row = next;
  }
  return at(row, b.length);
}

function at(row: readonly number[], index: number): number {
  return row[index] ?? 0;
}
