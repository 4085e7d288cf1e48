import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { errorAt, type LocatedProblem } from "../problem.js";

export type FetchedRevision =
  | { readonly ok: true; readonly bytes: Uint8Array }
  | { readonly ok: false; readonly problems: readonly LocatedProblem[] };

const run = promisify(execFile);

const limit = 100_000_000;

/**
 * Reads `REV:path` from the repository around the current folder, by git's own rules: `./` before a
 * path stands for the current folder.
 *
 * @param inFolder the file that is meant where the path is one of a folder.
 */
export async function fetchRevision(input: string, inFolder: string): Promise<FetchedRevision> {
  try {
    const isFolder = (await git("-t", input)).toString().trim() === "tree";
    const file = isFolder ? `${input.replace(/\/+$/, "")}/${inFolder}` : input;
    return { ok: true, bytes: await git("blob", file) };
  } catch (thrown) {
    const problem = errorAt("", `git can't show this: ${reasonOf(thrown)}`);
    return { ok: false, problems: [{ ...problem, file: input, line: 1, column: 1 }] };
  }
}

/** No input that begins with a dash comes this far, so that none is taken for an option. */
async function git(wanted: "-t" | "blob", object: string): Promise<Buffer> {
  const options = { maxBuffer: limit, encoding: "buffer" } as const;
  return (await run("git", ["cat-file", wanted, object], options)).stdout;
}

function reasonOf(thrown: unknown): string {
  if (!(thrown instanceof Error)) return String(thrown);
  const said = "stderr" in thrown ? String(thrown.stderr).trim() : "";
  return (said || thrown.message).replace(/^fatal: /, "").replace(/\s+/g, " ");
}
