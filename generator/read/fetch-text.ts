import { createReadStream } from "node:fs";
import type { LocatedProblem } from "../problem.js";
import { type Collected, collect } from "./collect.js";
import { whyUnreadable } from "./unreadable.js";

/** A document's text, before it is understood. */
export interface FetchedText {
  /** What the user called it: a path, a URL without its password, or `<stdin>`. */
  readonly file: string;
  readonly text: string;
}

export type Fetched =
  | ({ readonly ok: true } & FetchedText)
  | { readonly ok: false; readonly problems: readonly LocatedProblem[] };

/** How much of a document is waited for. */
export interface Limits {
  /** Of any document. */
  readonly bytes: number;
  /** From the request for a URL to the last byte of the answer. */
  readonly milliseconds: number;
}

const defaults: Limits = { bytes: 100_000_000, milliseconds: 30_000 };

/**
 * Reads a path, a URL or, called `-`, standard input. Whatever goes wrong is one problem: a failure
 * of the disk or the network is no exception here.
 */
export async function fetchText(
  input: string,
  stdin: AsyncIterable<Uint8Array> = process.stdin,
  limits: Limits = defaults,
): Promise<Fetched> {
  const file = nameOf(input);
  const collected = await textOf(input, stdin, limits).catch(
    (thrown: unknown): Collected => ({ ok: false, message: whyUnreadable(thrown) }),
  );
  if (collected.ok) return { ok: true, file, text: collected.text };
  const problem = { severity: "error", pointer: "", message: collected.message } as const;
  return { ok: false, problems: [{ ...problem, file, line: 1, column: 1 }] };
}

async function textOf(
  input: string,
  stdin: AsyncIterable<Uint8Array>,
  limits: Limits,
): Promise<Collected> {
  if (input === "-") return collect(stdin, limits.bytes);
  if (URL.canParse(input) && isWeb(new URL(input))) return download(new URL(input), limits);
  return collect(createReadStream(input), limits.bytes);
}

async function download(url: URL, { bytes, milliseconds }: Limits): Promise<Collected> {
  if (hasCredentials(url)) {
    const message =
      "a URL with a user name or password is not fetched: download the document first";
    return { ok: false, message };
  }
  const response = await fetch(url, { signal: AbortSignal.timeout(milliseconds) });
  if (response.ok && response.body) return collect(response.body, bytes);
  await response.body?.cancel();
  return { ok: false, message: `the server answered ${answerOf(response)}: check the URL` };
}

function answerOf({ status, statusText }: Response): string {
  return `${status} ${statusText}`.trim();
}

function nameOf(input: string): string {
  if (input === "-") return "<stdin>";
  if (!URL.canParse(input)) return input;
  const url = new URL(input);
  if (!isWeb(url) || !hasCredentials(url)) return input;
  url.username = "";
  url.password = "";
  return url.href;
}

function isWeb({ protocol }: URL): boolean {
  return protocol === "http:" || protocol === "https:";
}

function hasCredentials({ username, password }: URL): boolean {
  return username !== "" || password !== "";
}
