import type { Json } from "../document/document.js";
import type { FetchedFile, FetchedText } from "../input/fetch-text.js";

/** One file of a document. */
export interface File {
  readonly source: FetchedText;
  /** The base of its relative references. */
  readonly url: string;
  readonly root: Json;
  /** Where what is at a pointer was written. */
  readonly originAt: (pointer: () => string) => Origin;
}

/** Where a reference was written, which decides what it may lead to. */
export interface Origin {
  /** Of the text that holds it. */
  readonly url: string;
  /** The document or the overlay, as the user named them, that led there. */
  readonly start: FetchedFile;
}

/** The target of a reference: a part of a file. */
export interface Part {
  readonly file: File;
  readonly pointer: string;
  readonly value: Json;
  /** The base URL of its references: the nearest `$id` around it, or the file. */
  readonly base: string;
}

/** The part that is a whole file. */
export function wholeOf(file: File): Part {
  return { file, pointer: "", value: file.root, base: file.url };
}

/** Identifies a part among all files. */
export function keyOf({ file, pointer }: Part): string {
  return `${file.url}#${pointer}`;
}

/**
 * A loaded file, or the reason why it can't be loaded, worded to follow the reference in a message.
 */
export type Loaded =
  | { readonly ok: true; readonly file: File }
  | { readonly ok: false; readonly message: string };

export type Load = (url: string, start: FetchedFile) => Promise<Loaded>;
