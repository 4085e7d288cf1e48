/** A word of a shell command: texts, and environment variables by their names. */
export type Word = readonly (string | { readonly variable: string })[];

/** Texts in which nothing is special between double quotes, also in an interactive shell. */
const plain = /^[\w :;,.=/?&@%+-]*$/;

/**
 * A word for any POSIX shell. Its texts are quoted, so that nothing in them is run; its variables
 * are expanded.
 */
export function shellWord(word: Word): string {
  const texts = word.filter((part) => typeof part === "string");
  if (texts.length === word.length) return singleQuoted(texts.join(""));
  const isPlain = texts.every((text) => plain.test(text));
  const parts = word.map((part, index) => {
    if (typeof part === "string") return isPlain ? part : singleQuoted(part);
    const next = word[index + 1];
    const isOpen = isPlain && next !== undefined && (typeof next !== "string" || /^\w/.test(next));
    const variable = isOpen ? `\${${part.variable}}` : `$${part.variable}`;
    return isPlain ? variable : `"${variable}"`;
  });
  return isPlain ? `"${parts.join("")}"` : parts.join("");
}

/** Between single quotes, nothing is special but a single quote. */
function singleQuoted(text: string): string {
  return /^[\w./:-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}
