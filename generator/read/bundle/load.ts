import { relative } from "node:path";
import { fileURLToPath } from "node:url";
import { type AllowedRefs, allowRefs, webRefusal } from "../input/allowed-refs.js";
import { type Fetch, type FetchedText, fetchText, limitsOf } from "../input/fetch-text.js";
import { parse } from "../parse/parse.js";
import type { File, Load, Loaded } from "./file.js";

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
  reach: AllowedRefs,
  limits = limitsOf(),
  fetch: Fetch = fetchText,
): Load {
  const refusalOf = allowRefs(entry.url, reach);
  const home = new URL(entry.url);
  const loaded = new Map<string, Promise<Loaded>>([
    [entry.url, Promise.resolve({ ok: true, file: entry })],
  ]);
  async function fresh(href: string): Promise<Loaded> {
    const url = new URL(href);
    const refusal = await refusalOf(url);
    if (refusal !== null) return { ok: false, message: refusal };
    if (loaded.size > mostFiles) return { ok: false, message: `more than ${mostFiles} files` };
    const input = url.protocol === "file:" ? shownPath(fileURLToPath(url), entry) : href;
    const fetched = await fetch(input, process.stdin, limits, (to) => webRefusal(to, home, reach));
    if (!fetched.ok) return { ok: false, message: fetched.problems[0]?.message ?? "" };
    return parsed(fetched, fetched.location);
  }
  return (href) => {
    const known = loaded.get(href) ?? fresh(href);
    loaded.set(href, known);
    return known;
  };
}

/** Loads Markdown and plain text, such as a description in a file of its own, as a string. */
async function parsed(source: FetchedText, url: string): Promise<Loaded> {
  if (/\.(md|markdown|txt)$/i.test(new URL(url).pathname)) {
    return { ok: true, file: { source, url, root: source.text } };
  }
  const result = await parse(source);
  if (result.ok) return { ok: true, file: { source, url, root: result.document } };
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
