import type { Format } from "../diff/formats.js";
import type { LocatedProblem } from "../problem.js";
import { problemLines } from "../report.js";
import { printable } from "../text.js";
import type { Arguments, OptionTable, PositionalTable } from "./arguments.js";
import { commandFrom } from "./definition.js";
import { inputOptions, namingOptions, settingsProblem } from "./input-options.js";
import { exitCode, type IO, showProgress } from "./io.js";

const positionals = {
  old: {
    isRequired: true,
    describe: "Document or output folder before the change, or REV:PATH for one in git",
  },
  new: { isRequired: true, describe: "The same after the change" },
} as const satisfies PositionalTable;

const options = {
  ...namingOptions,
  ...inputOptions,
  format: {
    kind: "choice",
    values: ["text", "changelog", "comment", "json"] satisfies readonly Format[],
    value: "FORMAT",
    describe: "Print text (default), changelog, comment or json",
  },
  json: { kind: "flag", describe: "Short for --format json" },
  exitCode: { kind: "flag", describe: "Exit with 3 if a change breaks users" },
} as const satisfies OptionTable;

export const diffCommand = commandFrom({
  name: "diff",
  summary: "Show what changes for users of the package, and its next version",
  positionals,
  options,
  exitCodes: "0 success, 1 invalid document, 2 bad arguments, 3 a breaking change with --exit-code",
  check: settingsProblem,
  run: printDiff,
});

async function printDiff(
  args: Arguments<typeof options, typeof positionals>,
  io: IO,
): Promise<number> {
  // Imported here, so that printing help stays fast.
  const [{ configure }, { comparisonText, diff }] = await Promise.all([
    import("../config.js"),
    import("../compare.js"),
  ]);
  const configured = await configure({ ...args, input: args.new, output: undefined });
  if (!configured.ok) return refuse(configured.problems, io);
  const tell = (stage: string) => showProgress(io, stage);
  const course = { ...configured.options, stdin: io.stdin, tell };
  const { problems, comparison } = await diff(args.old, args.new, course);
  tell("");
  if (comparison === null) return refuse(problems, io);
  io.stdout.write(
    printable(comparisonText(comparison, args.json ? "json" : (args.format ?? "text"))),
  );
  const isBreaking = comparison.worst === "breaking";
  return args.exitCode && isBreaking ? exitCode.different : exitCode.success;
}

function refuse(problems: readonly LocatedProblem[], { stderr }: IO): number {
  for (const line of problemLines(problems)) stderr.write(`${line}\n`);
  return exitCode.invalidDocument;
}
