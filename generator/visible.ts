/** What has no shape of its own, or moves what does; line breaks and tabs are meant as they are. */
const unseen =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
  /[\0-\x08\v-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ufeff\p{Cs}]/gu;

/** The same and whole characters of two halves, looked for in half the time. */
const suspect =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
  /[\0-\x08\v-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff]/;

/**
 * Text that reads as it is, on a terminal and in a review. What can't be seen is written as JSON and
 * TypeScript do, so that a string of theirs says the same.
 */
export function visible(text: string): string {
  if (!suspect.test(text)) return text;
  return text.replace(unseen, (character) => {
    const unit = character.charCodeAt(0).toString(16);
    return `\\u${unit.padStart(4, "0")}`;
  });
}
