import { nearest } from "../../nearest.js";
import { quoted } from "../document/quoted.js";

/** The end of a message: names the word that was probably meant, else says what to do instead. */
export function didYouMean(written: string, words: readonly string[], otherwise: string): string {
  const word = nearest(written, words);
  return word === null ? otherwise : `did you mean ${quoted(word)}?`;
}
