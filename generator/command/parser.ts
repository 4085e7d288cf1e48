import yargs, { type Argv, type InferredOptionTypes, type Options } from "yargs";
import { ownVersion } from "../version.js";
import type { IO } from "./io.js";
import {
  endOfOptions,
  flagOf,
  mistakeIn,
  mistakeWithoutCommand,
  positionalAsOption,
} from "./mistakes.js";

/** Options, or positionals, as yargs describes them: each under its name on the command line. */
export type OptionTable = Readonly<Record<string, Options>>;

type CamelCase<Name> = Name extends `${infer Word}-${infer Rest}`
  ? `${Word}${Capitalize<CamelCase<Rest>>}`
  : Name;

/** The values of a table: `--package-name` is `packageName`. */
export type Arguments<Table extends OptionTable> = {
  readonly [Name in keyof Table as CamelCase<Name>]: InferredOptionTypes<Table>[Name];
};

interface Definition<Positionals extends OptionTable, Table extends OptionTable> {
  /** Its name and its positionals: `generate [input]`. */
  readonly usage: string;
  readonly summary: string;
  readonly positionals: Positionals;
  readonly options: Table;
  /** When it exits with a code other than 0 and 2. */
  readonly exitCodes: Readonly<Partial<Record<"failure" | "different", string>>>;
  /** Why the parsed arguments can't be used; `null` if they can. */
  readonly check: (args: Arguments<Positionals & Table>) => string | null;
  /** @param given the unparsed arguments after the name of the command. */
  readonly run: (
    args: Arguments<Positionals & Table>,
    io: IO,
    given: readonly string[],
  ) => Promise<number>;
}

/** Runs a command with its parsed arguments and resolves to the exit code. */
type Run = (io: IO, given: readonly string[]) => Promise<number>;

/** A command of sdkwright, such as `generate`. */
export interface Command {
  readonly name: string;
  readonly positionals: readonly string[];
  readonly addTo: (parser: Argv, choose: (run: Run) => void) => Argv;
}

export function commandFrom<Positionals extends OptionTable, Table extends OptionTable>(
  definition: Definition<Positionals, Table>,
): Command {
  const { usage, summary, positionals, options, exitCodes, check, run } = definition;
  return {
    name: usage.replace(/ .*/, ""),
    positionals: Object.keys(positionals),
    addTo: (parser, choose) =>
      parser.command(
        usage,
        summary,
        (command) =>
          command
            .usage(`Usage: $0 ${usage} [options]\n\n${summary}.`)
            .options({ ...positionals, ...options })
            .group(Object.keys(positionals), "Positionals:")
            .epilogue(exitCodeHelp(exitCodes)),
        (parsed) => {
          // yargs parses each option to the type in its row.
          const args = parsed as unknown as Arguments<Positionals & Table>;
          refuse(mistakeIn(parsed, positionals, options) ?? check(args));
          choose((io, given) => run(args, io, given));
          // After a command yargs renders its help, which takes as long as parsing and is never read.
          throw chosen;
        },
      ),
  };
}

/** Ends parsing early, as soon as a command is chosen. */
const chosen = new Error("a command is chosen");

function exitCodeHelp({ failure, different }: Definition<never, never>["exitCodes"]): string {
  const meanings = ["success", failure, "the arguments are invalid", different];
  const lines = meanings.flatMap((meaning, code) => (meaning ? [`  ${code}  ${meaning}`] : []));
  return ["Exit codes:", ...lines].join("\n");
}

/** A parsed command line. */
export type Parsed =
  | { readonly kind: "command"; readonly run: Run }
  | { readonly kind: "text"; readonly text: string }
  /** `help` is the command line that prints the help. */
  | { readonly kind: "invalid"; readonly message: string; readonly help: string };

/** Parses a command line. Without arguments, the text is the list of commands. */
export async function parse(
  argv: readonly string[],
  commands: readonly Command[],
): Promise<Parsed> {
  const runs: Run[] = [];
  const parser = commands
    .reduce((each, { addTo }) => addTo(each, (run) => runs.push(run)), parserWithoutCommands())
    .completion(
      completionName,
      "Print a script for bash or zsh that completes commands and options",
    );
  const names = [...commands.map(({ name }) => name), completionName];
  const named = commands.find(({ name }) => name === argv[0]);
  let text = "";
  try {
    const given = withPaths(argv);
    refuse(positionalAsOption(given, named?.positionals ?? []));
    const parsed = await parser.parseAsync(given, {}, (_error, _parsed, output) => {
      text = output;
    });
    if (text === "") refuse(mistakeWithoutCommand(parsed, names));
    return { kind: "text", text: `${text || (await parser.getHelp())}\n` };
  } catch (error) {
    const [run] = runs;
    if (error === chosen && run !== undefined) return { kind: "command", run };
    const message = withFlag(error instanceof Error ? error.message : String(error));
    const command = named === undefined ? "sdkwright" : `sdkwright ${named.name}`;
    return { kind: "invalid", message, help: `${command} --help` };
  }
}

const completionName = "completion";

function parserWithoutCommands(): Argv {
  const summary = "Turns an OpenAPI document into a TypeScript SDK and its reference pages.";
  return (
    yargs()
      .scriptName("sdkwright")
      .usage(`Usage: $0 <command> [options]\n\n${summary}`)
      .epilogue("Run sdkwright <command> --help for the options of a command.")
      .help("help", "Show help")
      .alias("help", "h")
      .version("version", "Show the version of sdkwright", ownVersion())
      .alias("version", "v")
      .option(endOfOptions, { type: "boolean", hidden: true })
      .locale("en")
      // The types of yargs lack messages with a plural.
      .updateStrings(messages as object as Record<string, string>)
      .wrap(100)
      .parserConfiguration({ "boolean-negation": false, "dot-notation": false })
      .fail(false)
  );
}

/** The messages of yargs, reworded to match ours. */
const messages = {
  "Not enough arguments following: %s": "option %s needs a value",
  "Not enough non-option arguments: got %s, need at least %s": {
    one: "got %s of %s arguments",
    other: "got %s of %s arguments",
  },
  "Invalid values:": " ",
  "Argument: %s, Given: %s, Choices: %s": "option %s is %s, not one of %s",
};

/** yargs leaves the dashes out of an option's name. */
function withFlag(message: string): string {
  return message.trim().replace(/^option (\S+)/, (_, name: string) => flagOf(name));
}

/** yargs reads no positional after `--`, so a path such as `-a.yaml` is passed as `./-a.yaml`. */
function withPaths(argv: readonly string[]): readonly string[] {
  const end = argv.indexOf("--");
  if (end === -1) return argv;
  const paths = argv.slice(end + 1).map((path) => (/^-./.test(path) ? `./${path}` : path));
  return [...argv.slice(0, end), `--${endOfOptions}`, ...paths];
}

/** @throws {Error} with the message, unless it is `null`. */
function refuse(message: string | null): void {
  if (message !== null) throw new Error(message);
}
