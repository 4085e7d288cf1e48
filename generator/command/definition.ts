import { printableLine } from "../text.js";
import { ownVersion } from "../version.js";
import {
  type Arguments,
  type OptionTable,
  type PositionalTable,
  parseArguments,
} from "./arguments.js";
import { commandHelp, type Described } from "./help.js";
import { exitCode, type IO } from "./io.js";

/** A command of sdkwright, such as `generate`. */
export interface Command extends Described {
  /** Runs with the arguments after its name and resolves to the exit code. */
  readonly start: (args: readonly string[], io: IO) => Promise<number>;
}

interface Definition<Options extends OptionTable, Positionals extends PositionalTable>
  extends Described {
  readonly options: Options;
  readonly positionals: Positionals;
  /** Why the parsed arguments can't be used; `null` if they can. */
  readonly check: (values: Arguments<Options, Positionals>) => string | null;
  /** @param args the unparsed arguments. */
  readonly run: (
    values: Arguments<Options, Positionals>,
    io: IO,
    args: readonly string[],
  ) => Promise<number>;
}

export function commandFrom<Options extends OptionTable, Positionals extends PositionalTable>(
  definition: Definition<Options, Positionals>,
): Command {
  return { ...definition, start: (args, io) => start(definition, args, io) };
}

async function start<Options extends OptionTable, Positionals extends PositionalTable>(
  command: Definition<Options, Positionals>,
  args: readonly string[],
  io: IO,
): Promise<number> {
  const parsed = parseArguments(args, command.options, command.positionals);
  switch (parsed.kind) {
    case "help":
      io.stdout.write(commandHelp(command));
      return exitCode.success;
    case "version":
      io.stdout.write(`${ownVersion()}\n`);
      return exitCode.success;
    case "invalid":
      return refuseArguments(io, parsed.message, `sdkwright ${command.name} --help`);
    case "values": {
      const message = command.check(parsed.values);
      return message === null
        ? command.run(parsed.values, io, args)
        : refuseArguments(io, message, `sdkwright ${command.name} --help`);
    }
  }
}

/** @param help the command that prints the help. */
export function refuseArguments({ stderr }: IO, message: string, help: string): number {
  stderr.write(`${printableLine(`sdkwright: ${message.replace(/\s+/g, " ")}; see ${help}`)}\n`);
  return exitCode.badArguments;
}
