import { relative } from "node:path";
import { fileURLToPath } from "node:url";
import type { Json } from "../document/document.js";
import { type AllowedRefs, allowRefs, type RefusalOf, webRefusal } from "../input/allowed-refs.js";
import {
  type Fetch,
  type FetchedFile,
  type FetchedText,
  fetchText,
  limitsOf,
} from "../input/fetch-text.js";
import { parse } from "../parse/parse.js";

/** One file of a document. */
export interface File {
  readonly source: FetchedText;
  /** The overlays that changed it. */
  readonly overlays?: readonly FetchedText[];
  /** The base of its relative references. */
  readonly url: string;
  readonly root: Json;
  /** The text in which the node at a pointer was written. */
  readonly originAt: (pointer: () => string) => Origin;
}

/** The text in which a reference was written, which decides where it may point. */
export interface Origin {
  /** The URL of that text. */
  readonly url: string;
  /** The document or overlay, as named by the user, from which the text was loaded. */
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
export function wholeFile(file: File): Part {
  return { file, pointer: "", value: file.root, base: file.url };
}

/** Identifies a part among all files. */
export function keyOf({ file, pointer }: Part): string {
  return `${file.url}#${pointer}`;
}

/**
 * A loaded file, or the reason why it can't be loaded, worded to follow the reference in a message.
 */
type Loaded =
  | { readonly ok: true; readonly file: File }
  | { readonly ok: false; readonly message: string };

export type Load = (url: string, start: FetchedFile) => Promise<Loaded>;

/** The largest number of files in a document. */
const mostFiles = 10_000;

/**
 * Makes a loader for the files that a document refers to. Each file is read once, and only if
 * references may reach it.
 *
 * @param limits the limits for all files together.
 */
export function loader(
  entry: File,
  allowedRefs: AllowedRefs,
  limits = limitsOf(),
  fetch: Fetch = fetchText,
): Load {
  const starts = new Map<FetchedFile, RefusalOf>();
  const refusals = new Map<string, Promise<string | null>>();
  const loaded = new Map<string, Promise<Loaded>>([
    [entry.url, Promise.resolve({ ok: true, file: entry })],
  ]);
  const refusalOf = (href: string, start: FetchedFile) => {
    const { location, isPiped } = start;
    const refused = starts.get(start) ?? allowRefs(location, allowedRefs, isPiped);
    starts.set(start, refused);
    const refusal = refusals.get(`${location} ${href}`) ?? refused(new URL(href));
    refusals.set(`${location} ${href}`, refusal);
    return refusal;
  };
  async function loadFile(href: string, start: FetchedFile): Promise<Loaded> {
    const url = new URL(href);
    const startURL = new URL(start.location);
    if (loaded.size > mostFiles) return { ok: false, message: `more than ${mostFiles} files` };
    const input = url.protocol === "file:" ? shownPath(fileURLToPath(url), entry) : href;
    const fetched = await fetch(input, process.stdin, limits, (to) =>
      webRefusal(to, startURL, allowedRefs),
    );
    if (!fetched.ok) return { ok: false, message: fetched.problems[0]?.message ?? "" };
    return parsed(fetched, fetched.location, start);
  }
  return async (href, start) => {
    const refusal = await refusalOf(href, start);
    if (refusal !== null) return { ok: false, message: refusal };
    const known = loaded.get(href) ?? loadFile(href, start);
    loaded.set(href, known);
    return known;
  };
}

/** Loads Markdown and plain text, such as a description in a separate file, as a string. */
async function parsed(source: FetchedText, url: string, start: FetchedFile): Promise<Loaded> {
  const originAt = () => ({ url, start });
  if (/\.(md|markdown|txt)$/i.test(new URL(url).pathname)) {
    return { ok: true, file: { source, url, root: source.text, originAt } };
  }
  const result = await parse(source);
  if (result.ok) return { ok: true, file: { source, url, root: result.document, originAt } };
  const [problem] = result.problems;
  const place = problem ? `${problem.file}:${problem.line}:${problem.column} ` : "";
  return { ok: false, message: `${place}${problem?.message ?? ""}` };
}

/**
 * Shows a path the way the user wrote the document's: relative to the current folder, or absolute.
 */
function shownPath(path: string, { source }: File): string {
  return source.file.startsWith("/") ? path : relative(process.cwd(), path);
}
