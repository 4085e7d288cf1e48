import {
  commonOptions,
  flagOf,
  type Option,
  type OptionTable,
  type PositionalTable,
} from "./arguments.js";

/** The part of a command that its help shows. */
export interface Described {
  readonly name: string;
  readonly summary: string;
  readonly positionals: PositionalTable;
  readonly options: OptionTable;
  /** The meaning of its exit codes. */
  readonly exitCodes: string;
}

/** The help of one command. */
export function commandHelp(command: Described): string {
  const { positionals, options, exitCodes } = command;
  const inputs = Object.entries(positionals).map(([name, { describe }]) => [
    name.toUpperCase(),
    describe,
  ]);
  return [
    `Usage: sdkwright ${usageOf(command)} [options]`,
    "",
    `${command.summary}.`,
    "",
    ...columns(inputs),
    "",
    "Options:",
    ...columns(Object.entries({ ...options, ...commonOptions }).map(optionRow)),
    "",
    `Exit codes: ${exitCodes}`,
    "",
  ].join("\n");
}

/** The help of the program, which lists the commands. */
export function commandList(commands: readonly Described[]): string {
  return [
    "Usage: sdkwright COMMAND [options]",
    "",
    "Turns an OpenAPI document into a TypeScript SDK and its reference pages.",
    "",
    "Commands:",
    ...columns(commands.map((command) => [usageOf(command), command.summary])),
    "",
    "Options:",
    ...columns(Object.entries(commonOptions).map(optionRow)),
    "",
    "Run sdkwright COMMAND --help for the options of a command.",
    "",
  ].join("\n");
}

function usageOf({ name, positionals }: Described): string {
  const inputs = Object.entries(positionals).map(([input, { isRequired }]) =>
    isRequired ? input.toUpperCase() : `[${input.toUpperCase()}]`,
  );
  return [name, ...inputs].join(" ");
}

function optionRow([name, option]: readonly [string, Option]): string[] {
  const short = option.short === undefined ? "    " : `-${option.short}, `;
  return [`${short}${flagOf(name)}${valueText(option)}`, option.describe];
}

function valueText(option: Option): string {
  switch (option.kind) {
    case "flag":
      return "";
    case "text":
    case "list":
    case "choice":
      return ` ${option.value}`;
    case "items":
      return ` [${option.value}…]`;
  }
}

function columns(rows: readonly (readonly string[])[]): string[] {
  const width = Math.max(...rows.map(([first = ""]) => first.length));
  return rows.map(([first = "", second = ""]) => `  ${first.padEnd(width)}  ${second}`);
}
