import { loadRun } from "./cache/record.js";
import { exitCode, type IO, printError, printReport } from "./command/io.js";
import type { Command } from "./command/parser.js";
import { printable, printableLine } from "./text.js";

/**
 * Runs the command line and resolves to its exit code. Never rejects.
 *
 * @param argv the arguments after the program's name.
 */
export async function main(argv: readonly string[], io: IO): Promise<number> {
  try {
    return (await unchangedRun(argv, io)) ?? (await parsedRun(argv, io));
  } catch (error) {
    printError(error, io);
    return exitCode.failure;
  }
}

/** Asks the cache before yargs and the pipeline are imported: loading them takes most of a short run. */
async function unchangedRun([name, ...given]: readonly string[], io: IO): Promise<number | null> {
  const stored = name === "generate" ? await loadRun(given, io.env) : null;
  if (stored === null) return null;
  printReport(stored.report, stored, io);
  return exitCode.success;
}

/** Each command in a module of its own, so that a run loads only its command. */
const commands: Readonly<Record<string, () => Promise<Command>>> = {
  generate: async () => (await import("./command/generate.js")).generateCommand,
  diff: async () => (await import("./command/diff.js")).diffCommand,
  mock: async () => (await import("./command/mock.js")).mockCommand,
  init: async () => (await import("./command/init.js")).initCommand,
};

async function parsedRun(argv: readonly string[], io: IO): Promise<number> {
  const [name = ""] = argv;
  const named = Object.hasOwn(commands, name) ? commands[name] : undefined;
  const [{ parse }, ...loaded] = await Promise.all([
    import("./command/parser.js"),
    ...(named ? [named()] : Object.values(commands).map((load) => load())),
  ]);
  const parsed = await parse(argv, loaded);
  switch (parsed.kind) {
    case "command":
      return parsed.run(io, argv.slice(1));
    case "text":
      io.stdout.write(printable(parsed.text));
      return exitCode.success;
    case "invalid": {
      const text = parsed.message.replace(/\s+/g, " ");
      const message = `${text}${text.endsWith("?") ? " See" : "; see"} ${parsed.help}`;
      io.stderr.write(`${printableLine(`sdkwright: ${message}`)}\n`);
      return exitCode.badArguments;
    }
  }
}
