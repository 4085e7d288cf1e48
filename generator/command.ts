import { relative } from "node:path";
import yargs, { type Argv } from "yargs";
import { configure, type Flags } from "./config.js";
import { diffFlags, type Format, sideArgument } from "./diff/flags.js";
import { codeSamplesOverlay, isCodeSamplesOverlay } from "./emit/code-samples.js";
import { isSame } from "./emit/disk/difference.js";
import { apply, compareWithDisk } from "./emit/disk/disk.js";
import { refuseUserFile, writeSingleFile } from "./emit/disk/single-file.js";
import { schemaOnThread } from "./emit/schema-thread.js";
import { noteContents, withFileReads } from "./file-reads.js";
import {
  type Arguments,
  checkSettings,
  checkWatched,
  flags,
  inputArgument,
  preparationFlags,
} from "./flags.js";
import { print } from "./print.js";
import type { LocatedProblem } from "./problem.js";
import { problemLine, type Report } from "./report.js";
import { printable, printableLine } from "./text.js";

/** What the command ends with; a shell tells the cases apart by it. */
const exit = { done: 0, unusable: 1, usage: 2, different: 3 } as const;

interface DiffArguments extends Omit<Flags, "input" | "output"> {
  readonly old: string;
  readonly new: string;
  readonly format: Format;
  readonly json: boolean;
  readonly exitCode: boolean;
}

const given = process.argv.slice(2);

try {
  await parserOf(given).strict().fail(false).parseAsync();
} catch (error) {
  const command = given[0] === "diff" ? "diff" : "generate";
  const message = messageOf(error).replace(/\s+/g, " ");
  console.error(printableLine(`sdkwright: ${message}; see sdkwright ${command} --help`));
  process.exitCode = exit.usage;
}

/** What comes first is all that is parsed: yargs spells the help of a command that it has to find, asked or not. */
function parserOf([first, ...rest]: readonly string[]): Argv {
  if (first === "generate") {
    return withGenerate(yargs(rest).scriptName("sdkwright generate"), "$0 [input]");
  }
  const commands = withDiff(withGenerate(yargs(given).scriptName("sdkwright"), "generate [input]"));
  return commands.demandCommand(1, 1, "name a command, as in: sdkwright generate openapi.yaml");
}

function withGenerate(parser: Argv, usage: string): Argv {
  return parser.command(
    usage,
    "Turn an OpenAPI document into a TypeScript SDK and its reference pages",
    (command) =>
      command
        .positional("input", inputArgument)
        .nargs("input", 1)
        .options(flags)
        .check(checkSettings)
        .check(checkWatched),
    (args) => (args.watch ? watchPackage(args) : run(() => rememberedPackage(args))),
  );
}

function withDiff(parser: Argv): Argv {
  return parser.command(
    "diff <old> <new>",
    "Say what changes for users of the package, and what its next version is",
    (command) =>
      command
        .positional("old", sideArgument)
        .positional("new", sideArgument)
        .options({ ...preparationFlags, ...diffFlags })
        .check(checkSettings),
    (args) => run(() => tellDifference(args)),
  );
}

/** Never throws: whatever goes wrong here is told in a line, and no stack would help a user. */
async function run(command: () => Promise<void>): Promise<void> {
  try {
    await command();
  } catch (error) {
    process.exitCode = exit.unusable;
    console.error(printableLine(`sdkwright: ${reasonOf(error)}`));
  }
}

/** Much calls itself for each level of a document, and the stack has an end. */
function reasonOf(error: unknown): string {
  const isTooDeep = error instanceof RangeError && /call stack/.test(error.message);
  return isTooDeep
    ? "the document is nested too deep: move nested schemas to `components`"
    : messageOf(error);
}

async function generatePackage(args: Arguments): Promise<Report> {
  const report = await reportOn(args);
  process.exitCode = exitCodeOf(report, args);
  progress("");
  print(report, args);
  return report;
}

/** A run after this one, with the same files, is told what this one came to. */
async function rememberedPackage(args: Arguments): Promise<void> {
  if (!args.cache) return void (await generatePackage(args));
  const { factCollector } = await import("./cache/facts.js");
  const { listen, facts } = factCollector();
  const report = await withFileReads(listen, () => generatePackage(args));
  // A check knows nothing of the file that a run would write beside the folder.
  const isWhole = report.difference !== null && !(args.check && args.codeSamples !== undefined);
  const known = isWhole ? facts() : null;
  if (known === null) return;
  const { storeRun } = await import("./cache/store.js");
  storeRun(given, known, report, args.json);
}

/** Until the user ends it. */
async function watchPackage(args: Arguments): Promise<void> {
  const { watch } = await import("./watch.js");
  await watch(
    () => run(async () => void (await generatePackage(args))),
    (path) => {
      if (!args.json) console.log(printableLine(`${relative("", path)} changed`));
    },
  );
}

async function tellDifference(args: DiffArguments): Promise<void> {
  const configured = await configure({ ...args, input: args.new, output: undefined });
  if (!configured.ok) return refuse(configured.problems);
  const { diff, comparisonText } = await import("./compare.js");
  const { problems, comparison } = await diff(args.old, args.new, configured.options);
  if (comparison === null) return refuse(problems);
  const isBreaking = comparison.worst === "breaking";
  process.exitCode = args.exitCode && isBreaking ? exit.different : exit.done;
  process.stdout.write(printable(comparisonText(comparison, args.json ? "json" : args.format)));
}

function refuse(problems: readonly LocatedProblem[]): void {
  process.exitCode = exit.unusable;
  for (const problem of problems) console.error(problemLine(problem));
}

async function reportOn(args: Arguments): Promise<Report> {
  const configured = await configure(args);
  if (!configured.ok) return { problems: configured.problems, output: null, difference: null };
  const { input, output, chosen, preparation, features } = configured.options;
  // What is loaded here, Handlebars among it, is not paid for by `--help`.
  const { generate } = await import("./generate.js");
  const course = { tell: progress, preparation, features, types: schemaOnThread };
  const { problems, files, provenance } = await generate(input, chosen, course);
  const isBad = problems.some(({ severity }) => args.strict || severity === "error");
  if (files === null || isBad) return { problems, output, difference: null };
  if (args.check) {
    return { problems, output, difference: await compareWithDisk(output, files, provenance) };
  }
  const { codeSamples, force: isForced } = args;
  if (codeSamples !== undefined && !isForced) refuseUserFile(codeSamples, isCodeSamplesOverlay);
  const notes: string[] = [];
  const note = (line: string) => notes.push(line);
  const difference = await apply(output, files, { isForced, provenance, note });
  if (codeSamples !== undefined) {
    const samples = codeSamplesOverlay(files);
    writeSingleFile(codeSamples, samples);
    noteContents(codeSamples, samples);
  }
  return { problems, output, difference, ...(notes.length > 0 ? { notes } : {}) };
}

function exitCodeOf({ difference }: Report, { check }: Arguments): number {
  if (difference === null) return exit.unusable;
  return check && !isSame(difference) ? exit.different : exit.done;
}

/** Says on a terminal what is being done; elsewhere nothing, so that logs hold results only. */
function progress(stage: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\u001b[K${stage}`);
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
