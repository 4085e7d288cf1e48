import { quoted } from "./text.js";

/**
 * The word that was probably meant: the same letters in another case, else the fewest edits, at most
 * two and at most one for every three letters. `null` if no word is that close.
 */
export function nearest(written: string, words: readonly string[]): string | null {
  const plain = lettersOf(written);
  const same = words.find((word) => lettersOf(word) === plain);
  if (same !== undefined) return same;
  const limit = Math.min(2, Math.floor(written.length / 3));
  let best: string | null = null;
  let least = limit + 1;
  for (const word of words) {
    if (Math.abs(word.length - written.length) >= least || word.length < 4) continue;
    const edits = editsBetween(written.toLowerCase(), word.toLowerCase());
    if (edits >= least) continue;
    best = word;
    least = edits;
  }
  return best;
}

/** The end of a message: the word that was probably meant, else another hint. */
export function didYouMean(written: string, words: readonly string[], otherwise: string): string {
  const word = nearest(written, words);
  return word === null ? otherwise : `did you mean ${quoted(word)}?`;
}

/** The letters of a word without case and separators. */
export function lettersOf(word: string): string {
  return word.toLowerCase().replace(/[-_ .]/g, "");
}

/** Letters to add, drop, replace or swap with their neighbor (optimal string alignment). */
function editsBetween(a: string, b: string): number {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row += 1) {
    const line = [row];
    for (let column = 1; column <= b.length; column += 1) {
      const isSame = a[row - 1] === b[column - 1];
      const isSwap = a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      line[column] = Math.min(
        at(last, column) + 1,
        at(line, column - 1) + 1,
        at(last, column - 1) + (isSame ? 0 : 1),
        isSwap && row > 1 && column > 1 ? at(before, column - 2) + 1 : Infinity,
      );
    }
    before = last;
    last = line;
  }
  return at(last, b.length);
}

function at(line: readonly number[], column: number): number {
  return line[column] ?? Infinity;
}
