import { execFile } from "node:child_process";
import { accessSync, constants, statSync } from "node:fs";
import { stat } from "node:fs/promises";
import { join, posix, relative, resolve, sep, win32 } from "node:path";
import { Readable } from "node:stream";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { errorAt, type LocatedProblem } from "../../problem.js";
import { isWeb } from "../../text.js";
import { type ByteBudget, collect } from "./collect.js";
import { type Fetch, type Fetched, fetchWith, limitsOf } from "./fetch-text.js";
import type { Login } from "./login.js";

type FetchedRevision =
  | { readonly ok: true; readonly bytes: Uint8Array }
  | { readonly ok: false; readonly problems: readonly LocatedProblem[] };

const run = promisify(execFile);

/**
 * Reads `REV:path` from the git repository around the current folder. As in git, a path that starts
 * with `./` is relative to the current folder.
 *
 * @param fileInFolder the file to read if the path is a folder.
 */
export async function fetchRevision(input: string, fileInFolder: string): Promise<FetchedRevision> {
  try {
    // Inputs that begin with a dash never get here, so git can't take one for an option.
    const isFolder = (await git("cat-file", "-t", input)).toString().trim() === "tree";
    const file = isFolder ? `${input.replace(/\/+$/, "")}/${fileInFolder}` : input;
    return { ok: true, bytes: await git("cat-file", "blob", file) };
  } catch (thrown) {
    return refused(input, `git can't show this: ${reasonOf(thrown)}`);
  }
}

/** Like `fetchText`, but reads files as of the revision in `REV:path`. */
export async function fetchingAt(input: string, login: Login | undefined): Promise<Fetch> {
  const fetchFromWeb = fetchWith(login);
  const [, revision = "", path = ""] = /^([^:]+):(.+)$/s.exec(input) ?? [];
  const root = await rootFolder();
  const start = /^\.\.?\//.test(path) ? resolve(path) : join(root, path);
  return async (name, stdin, limits, refusal) => {
    const { bytes } = limits ?? limitsOf();
    if (name === input) return textAt(input, start, bytes);
    if (isWeb(name)) return fetchFromWeb(name, stdin, limits, refusal);
    const file = resolve(name);
    return textAt(`${revision}:${relative(root, file).split(sep).join("/")}`, file, bytes);
  };
}

/** A file of a revision, with its path in the repository as location. */
async function textAt(object: string, path: string, most: ByteBudget): Promise<Fetched> {
  const fetched = await fetchRevision(object, "");
  if (!fetched.ok) return fetched;
  const collected = await collect(Readable.from([fetched.bytes]), most);
  if (!collected.ok) return refused(object, collected.message);
  return { ok: true, file: object, text: collected.text, location: pathToFileURL(path).href };
}

function refused(file: string, message: string): Exclude<FetchedRevision, { readonly ok: true }> {
  return { ok: false, problems: [{ ...errorAt("", message), file, line: 1, column: 1 }] };
}

/** A bare repository has no working folder. */
async function rootFolder(): Promise<string> {
  const found = await git("rev-parse", "--show-toplevel").catch(() => "");
  return found.toString().trimEnd() || process.cwd();
}

/**
 * Runs git without a network: in a partial clone, it would fetch a missing file with the commands in
 * the settings of the repository, which may be somebody else's.
 */
async function git(...args: readonly string[]): Promise<Buffer> {
  const env = { ...process.env, GIT_NO_LAZY_FETCH: "1", GIT_ALLOW_PROTOCOL: "none" };
  const options = { maxBuffer: limitsOf().bytes.bytes, encoding: "buffer", env } as const;
  const file = commandFile("git", process.env["PATH"] ?? "", process.platform, isExecutable);
  if (file === null) throw new Error("no folder of PATH has git: install it");
  return (await run(file, args, options)).stdout;
}

/**
 * The file of a command in the folders of `PATH` with an absolute path; `null` if none has it. By its
 * name alone, Windows would run `git.exe` of the current folder, which a cloned repository can contain.
 */
export function commandFile(
  name: string,
  path: string,
  platform: NodeJS.Platform,
  isCommand: (file: string) => boolean,
): string | null {
  const isWindows = platform === "win32";
  const { delimiter, isAbsolute, join: joined } = isWindows ? win32 : posix;
  const folders = path.split(delimiter).map((each) => each.replace(/^"(.*)"$/, "$1"));
  const files = folders
    .filter((folder) => isAbsolute(folder))
    .map((folder) => joined(folder, isWindows ? `${name}.exe` : name));
  return files.find(isCommand) ?? null;
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}

function reasonOf(thrown: unknown): string {
  if (!(thrown instanceof Error)) return String(thrown);
  const gitError = "stderr" in thrown ? String(thrown.stderr).trim() : "";
  if (/lazy fetch|transport '.*' not allowed/.test(gitError)) {
    return "this partial clone doesn't have the file: get it with git fetch --refetch --no-filter";
  }
  return (gitError || thrown.message).replace(/^fatal: /, "").replace(/\s+/g, " ");
}

/**
 * Whether an input is a folder, a git revision or a document. Existing files take precedence over
 * revisions.
 */
export async function inputKind(input: string): Promise<"folder" | "revision" | "document"> {
  const found = await stat(input).catch(() => null);
  if (found !== null) return found.isDirectory() ? "folder" : "document";
  return isRevision(input) ? "revision" : "document";
}

/** `REV:path`, as in git. A single letter before the colon is a drive, and `//` marks a URL. */
export function isRevision(input: string): boolean {
  return /^[^-:\s][^:\s]+:(?!\/\/)[^:]+$/.test(input);
}
