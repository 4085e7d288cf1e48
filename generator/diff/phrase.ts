import { codeSpan } from "../text.js";

/** A sentence that contains code: words and code alternate, words first. */
export interface Phrase {
  readonly words: readonly string[];
  readonly code: readonly string[];
}

/** A tag for templates; substituted values are code. */
export function say(words: readonly string[], ...code: readonly string[]): Phrase {
  return { words: [...words], code };
}

export function words(text: string): Phrase {
  return { words: [text], code: [] };
}

/** Concatenates two phrases. */
export function joined(first: Phrase, second: Phrase): Phrase {
  const [start = "", ...rest] = second.words;
  const ending = `${first.words.at(-1) ?? ""}${start}`;
  return {
    words: [...first.words.slice(0, -1), ending, ...rest],
    code: [...first.code, ...second.code],
  };
}

/** Whether a phrase is about the entry that is named before it, and not about a part of it. */
export function isPredicate({ words }: Phrase): boolean {
  return /^is /.test(words[0] ?? "");
}

/**
 * Shortens a phrase to a maximum length: cuts the longest pieces of code, with `…` at their end.
 *
 * @param maxLength in characters, as plain text.
 */
export function truncated(phrase: Phrase, maxLength: number): Phrase {
  const excess = plainPhrase(phrase).length - maxLength;
  if (excess <= 0) return phrase;
  const lengths = phrase.code.map(({ length }) => length).sort((a, b) => b - a);
  let limit = 0;
  for (const [index, length] of lengths.entries()) {
    const sum = lengths.slice(0, index + 1).reduce((total, each) => total + each, 0);
    const next = lengths[index + 1] ?? 0;
    limit = Math.floor((sum - excess) / (index + 1));
    if (limit >= next || length === 0) break;
  }
  const most = Math.max(limit, 8);
  const code = phrase.code.map((each) =>
    each.length <= most ? each : `${each.slice(0, most - 1)}…`,
  );
  return { ...phrase, code };
}

export function plainPhrase(phrase: Phrase): string {
  return format(phrase, (code) => code);
}

export function markdownPhrase(phrase: Phrase): string {
  return format(phrase, codeSpan);
}

function format({ words, code }: Phrase, formatCode: (code: string) => string): string {
  return words
    .map((word, index) => (index === 0 ? word : formatCode(code[index - 1] ?? "") + word))
    .join("");
}
