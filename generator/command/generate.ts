import {
  type GenerateArguments,
  generateOptions,
  generatePositionals,
  settingsProblem,
} from "./options.js";
import { commandFrom } from "./parser.js";

export const generateCommand = commandFrom({
  usage: "generate [input]",
  summary: "Generate a TypeScript SDK and reference pages from an OpenAPI document",
  positionals: generatePositionals,
  options: generateOptions,
  exitCodes: {
    failure: "the document or the settings are invalid, or the output can't be written",
    different: "the output folder is out of date (only with --check)",
  },
  check: (args) => settingsProblem(args) ?? watchProblem(args),
  run: async (args, io, given) => {
    // Imported here, so that printing help stays fast.
    const { runGenerate, watchGenerate } = await import("./run-generate.js");
    return args.watch ? watchGenerate(args, io) : runGenerate(args, io, given);
  },
});

/** Only files can be watched. */
function watchProblem({ watch, config, input, overlay = [] }: GenerateArguments): string | null {
  if (!watch) return null;
  if (input === "-") return "standard input can't be watched";
  const isRead = config !== undefined || input === undefined;
  const isRemote = !isRead && [input, ...overlay].every((source) => /^https?:/i.test(source));
  return isRemote ? "a URL can't be watched" : null;
}
