import { writeFile } from "node:fs/promises";
import { relative } from "node:path";
import yargs from "yargs";
import { hideBin } from "yargs/helpers";
import { configure, type Flags } from "./config.js";
import { diffFlags, type Format, sideArgument } from "./diff/flags.js";
import { codeSamplesOverlay } from "./emit/code-samples.js";
import { apply, compareWithDisk, isSame } from "./emit/disk.js";
import type { LocatedProblem } from "./problem.js";
import { outcomeLines, problemLine, type Report } from "./report.js";
import { settingProblem } from "./settings.js";
import { visible } from "./visible.js";

/** What the command ends with; a shell tells the cases apart by it. */
const exit = { done: 0, unusable: 1, usage: 2, different: 3 } as const;

const inputArgument = {
  type: "string",
  describe: "YAML or JSON: a path, a URL, or - for standard input",
} as const;

/** What is done to a document before it is used; of a comparison, to both of them. */
const preparationFlags = {
  overlay: list("An OpenAPI overlay to apply; repeat it for more, in order"),
  include: list("Operations to keep: tag:…, path:…, operation:… or deprecated; repeat it for more"),
  exclude: list("Operations to leave out, told in the same way"),
  "allow-refs-from": list("A folder beside the document's own that references may lead to"),
  "allow-remote-refs": {
    type: "string",
    array: true,
    describe: "Hosts that references may lead to; without any, every host",
  },
} as const;

const flags = {
  output: { type: "string", describe: "The folder to write [default: generated]" },
  config: {
    type: "string",
    describe: "The configuration file [default: sdkwright.json, where no input is named]",
  },
  "package-name": { type: "string", describe: "What the package is called" },
  "class-name": { type: "string", describe: "What the client class is called" },
  ...preparationFlags,
  check: {
    type: "boolean",
    default: false,
    describe: "Write nothing; exit with 3 if the folder differs from what would be written",
  },
  force: {
    type: "boolean",
    default: false,
    describe: "Replace files in the folder that no earlier run wrote",
  },
  "code-samples": {
    type: "string",
    describe: "Also write the pages' programs to this file, as an OpenAPI Overlay",
  },
  watch: {
    type: "boolean",
    default: false,
    describe: "Run again each time that a file which was read is saved",
  },
  strict: { type: "boolean", default: false, describe: "Take warnings for errors" },
  json: { type: "boolean", default: false, describe: "Print the outcome as JSON" },
} as const;

/** A flag that takes one value each time that it is given. */
function list(describe: string) {
  return { type: "string", array: true, nargs: 1, describe } as const;
}

type ListFlags = {
  readonly [Flag in "overlay" | "include" | "exclude" | "allow-refs-from" | "allow-remote-refs"]?:
    | string[]
    | undefined;
};

type TextFlags = {
  readonly [Flag in "output" | "package-name" | "class-name"]?: string | undefined;
};

interface DiffArguments extends Omit<Flags, "input" | "output"> {
  readonly old: string;
  readonly new: string;
  readonly format: Format;
  readonly json: boolean;
  readonly exitCode: boolean;
}

interface Arguments extends Flags {
  readonly check: boolean;
  readonly force: boolean;
  readonly codeSamples: string | undefined;
  readonly watch: boolean;
  readonly strict: boolean;
  readonly json: boolean;
}

try {
  await yargs(hideBin(process.argv))
    .scriptName("sdkwright")
    .command(
      "generate [input]",
      "Turn an OpenAPI document into a TypeScript SDK and its reference pages",
      (command) =>
        command
          .positional("input", inputArgument)
          .nargs("input", 1)
          .options(flags)
          .check(checkSettings)
          .check(({ input, watch }) => {
            if (watch && input === "-") throw new Error("standard input can't be watched");
            return true;
          }),
      (args) => (args.watch ? watchPackage(args) : run(() => generatePackage(args))),
    )
    .command(
      "diff <old> <new>",
      "Say what changes for users of the package, and what its next version is",
      (command) =>
        command
          .positional("old", sideArgument)
          .positional("new", sideArgument)
          .options({ ...preparationFlags, ...diffFlags })
          .check(checkSettings),
      (args) => run(() => tellDifference(args)),
    )
    .demandCommand(1, 1, "name a command, as in: sdkwright generate openapi.yaml")
    .strict()
    .fail(false)
    .parseAsync();
} catch (error) {
  const command = process.argv[2] === "diff" ? "diff" : "generate";
  const message = messageOf(error).replace(/\s+/g, " ");
  console.error(`sdkwright: ${message}; see sdkwright ${command} --help`);
  process.exitCode = exit.usage;
}

/** Settings from the command line are held to what the configuration file's are. */
function checkSettings(given: TextFlags & ListFlags): true {
  const { output, "package-name": packageName, "class-name": className } = given;
  const { overlay: overlays, include, exclude, "allow-refs-from": allowRefsFrom } = given;
  const { "allow-remote-refs": allowRemoteRefs } = given;
  const texts = { output, packageName, className };
  const lists = { overlays, include, exclude, allowRefsFrom, allowRemoteRefs };
  for (const [name, value] of Object.entries({ ...texts, ...lists })) {
    const problem = value === undefined ? null : settingProblem(name, value);
    if (problem !== null) throw new Error(problem);
  }
  return true;
}

/** Never throws: whatever goes wrong here is told in a line, and no stack would help a user. */
async function run(command: () => Promise<void>): Promise<void> {
  try {
    await command();
  } catch (error) {
    process.exitCode = exit.unusable;
    console.error(visible(`sdkwright: ${reasonOf(error)}`));
  }
}

/** Much calls itself for each level of a document, and the stack has an end. */
function reasonOf(error: unknown): string {
  const isTooDeep = error instanceof RangeError && /call stack/.test(error.message);
  return isTooDeep
    ? "the document is nested too deep: move nested schemas to `components`"
    : messageOf(error);
}

async function generatePackage(args: Arguments): Promise<void> {
  const report = await reportOn(args);
  process.exitCode = exitCodeOf(report, args);
  print(report, args);
}

/** Ends where there is no file on this machine to wait for; else it is up to the user. */
async function watchPackage(args: Arguments): Promise<void> {
  const { watch } = await import("./watch.js");
  await watch(
    () => run(() => generatePackage(args)),
    (path) => {
      if (!args.json) console.log(visible(`${relative("", path)} changed`));
    },
  );
}

async function tellDifference(args: DiffArguments): Promise<void> {
  const configured = await configure({ ...args, input: args.new, output: undefined });
  if (!configured.ok) return refuse(configured.problems);
  const { diff, tell } = await import("./diff.js");
  const { problems, comparison } = await diff(args.old, args.new, configured.options);
  if (comparison === null) return refuse(problems);
  const isBreaking = comparison.worst === "breaking";
  process.exitCode = args.exitCode && isBreaking ? exit.different : exit.done;
  process.stdout.write(visible(tell(comparison, args.json ? "json" : args.format)));
}

function refuse(problems: readonly LocatedProblem[]): void {
  process.exitCode = exit.unusable;
  for (const problem of problems) console.error(problemLine(problem));
}

async function reportOn(args: Arguments): Promise<Report> {
  const configured = await configure(args);
  if (!configured.ok) return { problems: configured.problems, output: null, difference: null };
  const { input, output, chosen, preparation } = configured.options;
  // What is loaded here, Handlebars and TypeScript among it, is not paid for by `--help`.
  const { schemaThread } = await import("./emit/schema-thread.js");
  const types = schemaThread();
  const { generate } = await import("./generate.js");
  const course = { tell: progress, preparation, types };
  const { problems, files, provenance } = await generate(input, chosen, course);
  const isBad = problems.some(({ severity }) => args.strict || severity === "error");
  if (files === null || isBad) return { problems, output, difference: null };
  const difference = args.check
    ? await compareWithDisk(output, files, provenance)
    : await apply(output, files, { isForced: args.force, provenance });
  if (args.codeSamples !== undefined && !args.check) {
    await writeFile(args.codeSamples, codeSamplesOverlay(files));
  }
  return { problems, output, difference };
}

function exitCodeOf({ difference }: Report, { check }: Arguments): number {
  if (difference === null) return exit.unusable;
  return check && !isSame(difference) ? exit.different : exit.done;
}

function print(report: Report, { json, check }: Arguments): void {
  progress("");
  if (json) {
    console.log(JSON.stringify(report, null, 2));
    return;
  }
  for (const problem of report.problems) console.error(problemLine(problem));
  for (const line of outcomeLines(report, check)) console.log(line);
}

/** Says on a terminal what is being done; elsewhere nothing, so that logs hold results only. */
function progress(stage: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\u001b[K${stage}`);
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
