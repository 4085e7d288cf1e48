import { writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Program } from "./compile.js";

/** How one run of a program went. */
export interface Run {
  /** What it threw. */
  readonly thrown: string | null;
  /** What it printed as an error. */
  readonly told: readonly unknown[];
  /** What it printed otherwise. */
  readonly printed: readonly unknown[];
}

const timeLimitMs = 20_000;

let runs = 0;

/**
 * Runs a program in its own folder, with a `fetch` in the place of the global one. The files that it
 * opens are there. Run one at a time: the folder, `fetch` and `console` are those of the process.
 */
export async function runProgram(program: Program, fetch: typeof globalThis.fetch): Promise<Run> {
  const own = { fetch: globalThis.fetch, console: globalThis.console, folder: process.cwd() };
  const told: unknown[] = [];
  const printed: unknown[] = [];
  process.chdir(dirname(program.file));
  writeFilesFor(program);
  globalThis.fetch = fetch;
  globalThis.console = {
    ...own.console,
    log: (...values: unknown[]) => printed.push(...values),
    error: (...values: unknown[]) => told.push(...values),
  };
  runs += 1;
  try {
    await withinTime(import(/* @vite-ignore */ `${pathToFileURL(program.file).href}?run=${runs}`));
    return { thrown: null, told, printed };
  } catch (cause) {
    return { thrown: String(cause), told, printed };
  } finally {
    globalThis.fetch = own.fetch;
    globalThis.console = own.console;
    process.chdir(own.folder);
  }
}

function writeFilesFor({ code, file }: Program): void {
  for (const [, name = ""] of code.matchAll(/\bopenAsBlob\("([^"/]+)"\)/g)) {
    writeFileSync(join(dirname(file), name), "bytes");
  }
}

function withinTime(work: Promise<unknown>): Promise<unknown> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error("doesn't end")), timeLimitMs);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}
