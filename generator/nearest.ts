import { quoted } from "./text.js";

/** Finds the word that was probably meant; `null` if no word is that close. */
export type Suggest = (written: string, words: readonly string[]) => string | null;

/** The most words that the mistakes of a document are compared with. */
const mostCompared = 200_000;

/**
 * {@link nearest} for the mistakes of a document, until all together are compared with 200,000
 * words: each mistake takes time for each word, and a document can have many of both.
 */
export function suggester(): Suggest {
  let left = mostCompared;
  return (written, words) => {
    left -= words.length;
    return left < 0 ? null : nearest(written, words);
  };
}

const mostEdits = 2;

/** In characters: shorter words are suggested only for two letters that are swapped. */
const shortest = 4;

/** The longest word that is compared, in characters: no message quotes more. */
const longestWord = 200;

/**
 * The word that was probably meant: the same letters in another case, else the fewest edits, at most
 * two and at most one for every three letters. `null` if no word is that close.
 */
export function nearest(written: string, words: readonly string[]): string | null {
  if (written.length > longestWord) return null;
  const plain = lettersOf(written);
  const same = words.find((word) => word.length <= longestWord && lettersOf(word) === plain);
  if (same !== undefined) return same;
  const limit = Math.min(mostEdits, Math.floor(written.length / 3));
  let best: string | null = null;
  let least = limit + 1;
  for (const word of words) {
    if (Math.abs(word.length - written.length) >= least) continue;
    if (word.length < shortest && !isSwapped(written, word)) continue;
    const edits = editsBetween(written.toLowerCase(), word.toLowerCase());
    if (edits >= least) continue;
    best = word;
    least = edits;
  }
  return best;
}

/** Has the same letters: a short word such as `get` resembles many words, but `gte` only this one. */
function isSwapped(written: string, word: string): boolean {
  return [...written.toLowerCase()].sort().join("") === [...word.toLowerCase()].sort().join("");
}

/** The end of a message: the word that was probably meant, else another hint. */
export function didYouMean(word: string | null, otherwise: string): string {
  return word === null ? otherwise : `did you mean ${quoted(word)}?`;
}

/** The letters of a word without case and separators. */
export function lettersOf(word: string): string {
  return word.toLowerCase().replace(/[-_ .]/g, "");
}

/**
 * Letters to add, drop, replace or swap with their neighbor (optimal string alignment). Exact up to
 * {@link mostEdits}, since the other cells of the table hold more.
 */
function editsBetween(a: string, b: string): number {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row += 1) {
    const line = [row];
    const end = Math.min(b.length, row + mostEdits);
    for (let column = Math.max(1, row - mostEdits); column <= end; column += 1) {
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
