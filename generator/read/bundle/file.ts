import type { Json } from "../document/document.js";
import type { FetchedText } from "../input/fetch-text.js";

/** One of the files that a document consists of. */
export interface File {
  readonly source: FetchedText;
  /** What its relative references start from. */
  readonly url: string;
  readonly root: Json;
}

/** A part of a file: what a reference leads to. */
export interface Part {
  readonly file: File;
  readonly pointer: string;
  readonly value: Json;
  /** The URL that its references start from: of the nearest `$id` around it, or of the file. */
  readonly base: string;
}

/** The whole of a file. */
export function wholeOf(file: File): Part {
  return { file, pointer: "", value: file.root, base: file.url };
}

/** What tells a part from all others. */
export function keyOf({ file, pointer }: Part): string {
  return `${file.url}#${pointer}`;
}

/** A file, or why there is none: the message continues what a reference leads to. */
export type Loaded =
  | { readonly ok: true; readonly file: File }
  | { readonly ok: false; readonly message: string };

export type Load = (url: string) => Promise<Loaded>;
