import { loadRun } from "../cache/load.js";
import { commandFrom } from "./definition.js";
import {
  type GenerateArguments,
  generateOptions,
  generatePositionals,
} from "./generate-options.js";
import { settingsProblem } from "./input-options.js";
import { exitCode, type IO } from "./io.js";
import { printReport } from "./print.js";

export const generateCommand = commandFrom({
  name: "generate",
  summary: "Generate a TypeScript SDK and its reference pages from an OpenAPI document",
  positionals: generatePositionals,
  options: generateOptions,
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

/** Imports the pipeline only on a cache miss: loading it takes most of a short run. */
async function start(args: GenerateArguments, io: IO, given: readonly string[]): Promise<number> {
  const stored = args.noCache || args.watch ? null : await loadRun(given, io.env);
  if (stored !== null) {
    printReport(stored, args, io);
    return exitCode.success;
  }
  const { runGenerate, watchGenerate } = await import("./run-generate.js");
  return args.watch ? watchGenerate(args, io) : runGenerate(args, io, given);
}
