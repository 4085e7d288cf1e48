/** What has no shape of its own, or moves what does; line breaks and tabs are meant as they are. */
const unseen = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069\ufeff](?<![\n\t])/gu;

/**
 * Text that reads as it is, on a terminal and in a review. What can't be seen is written as JSON and
 * TypeScript do, so that a string of theirs says the same.
 */
export function visible(text: string): string {
  return text.replace(unseen, (character) => {
    const unit = character.charCodeAt(0).toString(16);
    return `\\u${unit.padStart(4, "0")}`;
  });
}
