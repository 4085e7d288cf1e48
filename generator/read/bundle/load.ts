import { relative } from "node:path";
import { fileURLToPath } from "node:url";
import { defaultLimits, type FetchedText, fetchText } from "../fetch-text.js";
import { parse } from "../parse.js";
import { type Reach, reaching, webRefusal } from "../reach.js";
import type { File, Load, Loaded } from "./file.js";

/** How much a document may consist of, all its files together. */
const mostFiles = 10_000;
const mostBytes = defaultLimits.bytes;

/** The loader of the files that a document refers to: each is read once, and only within reach. */
export function loader(entry: File, reach: Reach): Load {
  const refusalOf = reaching(entry.url, reach);
  const home = new URL(entry.url);
  const loaded = new Map<string, Promise<Loaded>>([
    [entry.url, Promise.resolve({ ok: true, file: entry })],
  ]);
  let left = mostBytes;
  async function fresh(href: string): Promise<Loaded> {
    const url = new URL(href);
    const refusal = await refusalOf(url);
    if (refusal !== null) return { ok: false, message: refusal };
    if (loaded.size > mostFiles) return { ok: false, message: `more than ${mostFiles} files` };
    const input = url.protocol === "file:" ? shownPath(fileURLToPath(url), entry) : href;
    const limits = { ...defaultLimits, bytes: Math.max(left, 0) };
    const fetched = await fetchText(input, process.stdin, limits, (to) =>
      webRefusal(to, home, reach),
    );
    if (!fetched.ok) return { ok: false, message: fetched.problems[0]?.message ?? "" };
    left -= fetched.text.length;
    return parsed(fetched, fetched.location);
  }
  return (href) => {
    const known = loaded.get(href) ?? fresh(href);
    loaded.set(href, known);
    return known;
  };
}

/** Text that is no data, as a description kept in a file of its own, stands for itself. */
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

/** Paths are told as the user told that of the document: from the current folder, or whole. */
function shownPath(path: string, { source }: File): string {
  return source.file.startsWith("/") ? path : relative(process.cwd(), path);
}
