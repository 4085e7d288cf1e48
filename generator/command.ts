import { refuseArguments } from "./command/definition.js";
import { diffCommand } from "./command/diff.js";
import { generateCommand } from "./command/generate.js";
import { commandList } from "./command/help.js";
import { exitCode, type IO } from "./command/io.js";
import { printError } from "./command/print.js";
import { nearest } from "./nearest.js";
import { ownVersion } from "./version.js";

const commands = [generateCommand, diffCommand];

/**
 * Runs the command line and resolves to its exit code. Never rejects.
 *
 * @param argv the arguments after the program's name.
 */
export async function main(argv: readonly string[], io: IO): Promise<number> {
  const [name, ...args] = argv;
  if (name === undefined || name === "--help" || name === "-h") {
    io.stdout.write(commandList(commands));
    return exitCode.success;
  }
  if (name === "--version" || name === "-v") {
    io.stdout.write(`${ownVersion()}\n`);
    return exitCode.success;
  }
  const command = commands.find((each) => each.name === name);
  if (command === undefined) return refuseArguments(io, unknown(name), "sdkwright --help");
  try {
    return await command.start(args, io);
  } catch (error) {
    printError(error, io);
    return exitCode.invalidDocument;
  }
}

function unknown(name: string): string {
  const kind = name.startsWith("-") ? "option" : "command";
  const names = kind === "option" ? ["--help", "--version"] : commands.map((each) => each.name);
  const near = nearest(name, names);
  return `unknown ${kind} ${name}${near === null ? "" : `; did you mean ${near}?`}`;
}
