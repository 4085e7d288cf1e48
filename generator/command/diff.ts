import type { Format } from "../diff/formats.js";
import { printable } from "../text.js";
import { withLogin } from "./header.js";
import { exitCode, type IO, refuse, showProgress } from "./io.js";
import { inputOptions, namingOptions, settingsProblem } from "./options.js";
import { type Arguments, commandFrom, type OptionTable } from "./parser.js";

const positionals = {
  old: {
    type: "string",
    nargs: 1,
    demandOption: true,
    describe: "Old document or output folder, or REV:PATH for one in git",
  },
  new: {
    type: "string",
    nargs: 1,
    demandOption: true,
    describe: "New document or output folder, or REV:PATH",
  },
} as const satisfies OptionTable;

const options = {
  ...namingOptions,
  ...inputOptions,
  format: {
    choices: ["text", "changelog", "comment", "json"] satisfies readonly Format[],
    default: "text",
    requiresArg: true,
    describe: "Output format",
  },
  json: { type: "boolean", describe: "Same as --format json" },
  "exit-code": { type: "boolean", describe: "Exit with 3 if a change is breaking" },
} as const satisfies OptionTable;

export const diffCommand = commandFrom({
  usage: "diff <old> <new>",
  summary: "Show the changes for users of the package, and its next version",
  positionals,
  options,
  exitCodes: {
    failure: "an input can't be read or is invalid",
    different: "a change is breaking (only with --exit-code)",
  },
  check: settingsProblem,
  run: printDiff,
});

async function printDiff(
  args: Arguments<typeof positionals & typeof options>,
  io: IO,
): Promise<number> {
  // Imported here, so that printing help stays fast.
  const [{ configure }, { comparisonText, diff }] = await Promise.all([
    import("../config.js"),
    import("../compare.js"),
  ]);
  const configured = await configure({ ...args, input: args.new, output: undefined });
  if (!configured.ok) return refuse(configured.problems, io);
  const onStage = (stage: string) => showProgress(io, stage);
  const { inputOptions: changes, ...others } = configured.options;
  const inputOptions = withLogin(changes, args, [args.old, args.new], io.env);
  const options = { ...others, inputOptions, stdin: io.stdin, onStage };
  const { problems, comparison } = await diff(args.old, args.new, options);
  onStage("");
  if (comparison === null) return refuse(problems, io);
  io.stdout.write(printable(comparisonText(comparison, args.json ? "json" : args.format)));
  const isBreaking = comparison.worst === "breaking";
  return args.exitCode && isBreaking ? exitCode.different : exitCode.success;
}
