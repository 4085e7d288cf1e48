import { loadRun } from "../cache/load.js";
import type { Arguments, OptionTable, PositionalTable } from "./arguments.js";
import { commandFrom } from "./definition.js";
import { inputOptions, namingOptions, settingsProblem } from "./input-options.js";
import { exitCode, type IO } from "./io.js";
import { printReport } from "./print.js";

const positionals = {
  input: {
    isRequired: false,
    describe: "OpenAPI document in YAML or JSON: a path, a URL, or - for standard input",
  },
} as const satisfies PositionalTable;

const options = {
  output: {
    kind: "text",
    short: "o",
    value: "DIR",
    describe: "Folder to write (default: generated)",
  },
  ...namingOptions,
  ...inputOptions,
  check: {
    kind: "flag",
    describe: "Write nothing; exit with 3 if the folder is out of date",
  },
  force: { kind: "flag", describe: "Replace files that sdkwright didn't write" },
  codeSamples: {
    kind: "text",
    value: "FILE",
    describe: "Also write the code samples to this file, as an OpenAPI overlay",
  },
  watch: { kind: "flag", describe: "Run again whenever a file that was read is saved" },
  noCache: { kind: "flag", describe: "Run in full, even if nothing changed since the last run" },
  strict: { kind: "flag", describe: "Treat warnings as errors" },
  json: { kind: "flag", describe: "Print the result as JSON" },
} as const satisfies OptionTable;

/** The arguments of `sdkwright generate`. */
export type GenerateArguments = Arguments<typeof options, typeof positionals>;

export const generateCommand = commandFrom({
  name: "generate",
  summary: "Generate a TypeScript SDK and its reference pages from an OpenAPI document",
  positionals,
  options,
  exitCodes: "0 success, 1 invalid document, 2 bad arguments, 3 --check found a difference",
  check: (args) => settingsProblem(args) ?? watchProblem(args),
  run: start,
});

/** Only files can be watched. */
function watchProblem({ watch, config, input, overlay = [] }: GenerateArguments): string | null {
  if (!watch) return null;
  if (input === "-") return "standard input can't be watched";
  const isRead = config !== undefined || input === undefined;
  const isRemote = !isRead && [input, ...overlay].every((source) => /^https?:/i.test(source));
  return isRemote ? "a URL can't be watched" : null;
}

/** Loads what a run needs only if the cache has no answer: loading takes most of a short run. */
async function start(args: GenerateArguments, io: IO, given: readonly string[]): Promise<number> {
  const stored = args.noCache || args.watch ? null : await loadRun(given, io.env);
  if (stored !== null) {
    printReport(stored, args, io);
    return exitCode.success;
  }
  const { runGenerate, watchGenerate } = await import("./run-generate.js");
  return args.watch ? watchGenerate(args, io) : runGenerate(args, io, given);
}
