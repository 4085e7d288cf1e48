import { main } from "../generator/command.js";

/** What a run of the command came to. */
export interface Run {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** The last run, so that the next one waits for it: each changes the current folder. */
let last: Promise<unknown> = Promise.resolve();

/**
 * Runs the command in this process, from its sources, after the run before it. See `startSdkwright`
 * in `process.ts` for runs at the same time.
 */
export function sdkwright(...given: Parameters<typeof runIn>): Promise<Run> {
  const run = last.then(() => runIn(...given));
  last = run.catch(() => {});
  return run;
}

async function runIn(
  folder: string,
  args: readonly string[],
  stdin: string | Uint8Array = "",
  environment: Readonly<Record<string, string>> = {},
  { isTerminal = false } = {},
): Promise<Run> {
  const printed = { stdout: "", stderr: "" };
  const output = (name: keyof typeof printed) => ({
    write: (text: string) => {
      printed[name] += text;
    },
    isTTY: isTerminal,
  });
  const before = process.cwd();
  process.chdir(folder);
  try {
    const code = await main(args, {
      stdin: chunks(stdin),
      stdout: output("stdout"),
      stderr: output("stderr"),
      env: { ...process.env, ...environment },
    });
    return { code, ...printed };
  } finally {
    process.chdir(before);
  }
}

async function* chunks(text: string | Uint8Array): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text);
}
