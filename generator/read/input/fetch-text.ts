import { pathToFileURL } from "node:url";
import { causesOf } from "../../causes.js";
import { noteRead, readChunks } from "../../file-reads.js";
import type { LocatedProblem } from "../../problem.js";
import { isWeb } from "../../text.js";
import { type AllowedRefs, redirectRefusal } from "./allowed-refs.js";
import { type ByteBudget, byteBudget, type Collected, collect } from "./collect.js";
import { type Login, withoutSecrets } from "./login.js";

/** The text of a document before it is parsed. */
export interface FetchedText {
  /** The input as the user wrote it: a path, a URL without its password, or `<stdin>`. */
  readonly file: string;
  readonly text: string;
}

export interface FetchedFile extends FetchedText {
  /** The base URL of its relative references: the URL of the file, or the one after redirects. */
  readonly location: string;
  /** Whether it came from standard input, so that it has no folder. */
  readonly isPiped?: boolean;
}

export type Fetched =
  | ({ readonly ok: true } & FetchedFile)
  | { readonly ok: false; readonly problems: readonly LocatedProblem[] };

/** Limits on reading. */
export interface Limits {
  /** The number of bytes that may be read, for all documents that share these limits. */
  readonly bytes: ByteBudget;
  /** The time from the request, or from opening a pipe, to the last byte. */
  readonly milliseconds: number;
}

/** Returns why a URL may not be requested, or `null` if it may. */
type RefusalCheck = (url: URL) => string | null;

/** Checks the redirects of a document or an overlay that the user named. */
export function redirectsOf(input: string, allowed: AllowedRefs): RefusalCheck {
  return (url) => (isWeb(input) ? redirectRefusal(url, new URL(input), allowed) : null);
}

/** Reads a document. */
export type Fetch = (
  input: string,
  stdin?: AsyncIterable<Uint8Array>,
  limits?: Limits,
  refusal?: RefusalCheck,
) => Promise<Fetched>;

const mostRedirects = 5;

export function limitsOf(bytes = 100_000_000, milliseconds = 30_000): Limits {
  return { bytes: byteBudget(bytes), milliseconds };
}

/**
 * Reads a path, a URL or, for `-`, standard input. Disk and network failures are returned as
 * problems, never thrown.
 */
export async function fetchText(
  input: string,
  stdin: AsyncIterable<Uint8Array> = process.stdin,
  limits: Limits = limitsOf(),
  refusal: RefusalCheck = () => null,
  login?: Login,
): Promise<Fetched> {
  const file = nameOf(input);
  const collected = await textOf(input, stdin, limits, refusal, login).catch(
    (thrown: unknown): FetchResult => ({ ok: false, message: readErrorText(thrown) }),
  );
  if (collected.ok) return { ...collected, file };
  const message = withoutSecrets(collected.message, login);
  const problem = { severity: "error", pointer: "", message } as const;
  return { ok: false, problems: [{ ...problem, file, line: 1, column: 1 }] };
}

/** Like {@link fetchText}, with the headers of a login for its origin. */
export function fetchWith(login: Login | undefined): Fetch {
  return (input, stdin, limits, refusal) => fetchText(input, stdin, limits, refusal, login);
}

type FetchResult = Exclude<Collected, { readonly ok: true }> | LocatedText;

interface LocatedText {
  readonly ok: true;
  readonly text: string;
  readonly location: string;
  readonly isPiped?: boolean;
}

async function textOf(
  input: string,
  stdin: AsyncIterable<Uint8Array>,
  limits: Limits,
  refusal: RefusalCheck,
  login: Login | undefined,
): Promise<FetchResult> {
  if (input === "-" || isWeb(input)) noteRead({ kind: "external" });
  if (input === "-") {
    // References in standard input are relative to the current folder.
    const piped = withLocation(await collect(stdin, limits.bytes), pathToFileURL("./-").href);
    return piped.ok ? { ...piped, isPiped: true } : piped;
  }
  if (isWeb(input)) return download(new URL(input), limits, refusal, login);
  return withLocation(
    await collect(readChunks(input, limits.milliseconds), limits.bytes),
    pathToFileURL(input).href,
  );
}

function withLocation(collected: Collected, location: string): FetchResult {
  return collected.ok ? { ...collected, location } : collected;
}

/**
 * Follows redirects itself, so that each URL is checked before it is requested. A redirect to
 * another origin leaves out the headers of the login, also after a redirect back (Fetch Standard,
 * 4.4).
 */
async function download(
  start: URL,
  limits: Limits,
  refusal: RefusalCheck,
  login: Login | undefined,
): Promise<FetchResult> {
  const signal = AbortSignal.timeout(limits.milliseconds);
  let url = start;
  let headers = login?.origin === start.origin ? login.headers : [];
  for (let redirects = 0; redirects <= mostRedirects; redirects += 1) {
    const message = hasCredentials(url) ? credentialsRefused : refusal(url);
    if (message !== null) return { ok: false, message };
    const response = await fetch(url, {
      signal,
      redirect: "manual",
      headers: headers.map(([...pair]) => pair),
    });
    if (response.ok && response.body) {
      return withLocation(await collect(response.body, limits.bytes), url.href);
    }
    await response.body?.cancel();
    const next = redirectOf(response, url);
    if (next === null) {
      const remedy = remedyFor(response, headers.length > 0, login);
      return { ok: false, message: `the server responded with ${statusOf(response)}: ${remedy}` };
    }
    if (next.origin !== url.origin) headers = [];
    url = next;
  }
  return {
    ok: false,
    message: `the server redirects more than ${mostRedirects} times: check the URL`,
  };
}

const credentialsRefused =
  "a URL with a user name or password is not fetched: download the document first";

function redirectOf({ status, headers }: Response, url: URL): URL | null {
  const target = headers.get("location");
  if (status < 300 || status > 399 || target === null || !URL.canParse(target, url.href))
    return null;
  const next = new URL(target, url);
  return isWeb(next.href) ? next : null;
}

function remedyFor({ status }: Response, isSent: boolean, login: Login | undefined): string {
  if (status !== 401 && status !== 403) return "check the URL";
  if (isSent) return "check the value of --header";
  return login === undefined
    ? 'add a login with --header "Name: value", or download the document first'
    : `--header is sent to ${login.origin} only`;
}

function statusOf({ status, statusText }: Response): string {
  return `${status} ${statusText}`.trim();
}

function nameOf(input: string): string {
  if (input === "-") return "<stdin>";
  if (!isWeb(input)) return input;
  const url = new URL(input);
  if (!hasCredentials(url)) return input;
  url.username = "";
  url.password = "";
  return url.href;
}

function hasCredentials({ username, password }: URL): boolean {
  return username !== "" || password !== "";
}

const noFile = "there is no such file: check the path";
const notAllowed = "this file may not be read: check its permissions";
const noHost = "there is no such host: check the URL and the network connection";
const connectionClosed = "the server closed the connection before the end: try again";

/** Messages by system error code. */
const messages: ReadonlyMap<string, string> = new Map([
  ["ENOENT", noFile],
  ["ENOTDIR", noFile],
  ["EISDIR", "this is a folder: name the document in it"],
  ["EACCES", notAllowed],
  ["EPERM", notAllowed],
  ["ECONNREFUSED", "the connection was refused: check the host and the port of the URL"],
  ["ENOTFOUND", noHost],
  ["EAI_AGAIN", noHost],
  ["ECONNRESET", connectionClosed],
  ["UND_ERR_SOCKET", connectionClosed],
  ["TimeoutError", "the server took too long: try again, or download the document first"],
]);

/** Why a read failed, in one line. */
export function readErrorText(thrown: unknown): string {
  const errors = causesOf(thrown);
  for (const { name, code } of errors) {
    const message = messages.get(code) ?? messages.get(name);
    if (message !== undefined) return message;
  }
  const deepest = errors.at(-1)?.message ?? String(thrown);
  return `this can't be read: ${deepest.replace(/\s+/g, " ").trim()}`;
}
