import { nearest } from "../nearest.js";

/** What yargs makes of a command line: the values by name, and in `_` the rest. */
interface Parsed {
  readonly _: readonly (string | number)[];
  readonly [name: string]: unknown;
}

interface Option {
  readonly alias?: string | readonly string[] | undefined;
  readonly array?: boolean | undefined;
}

type OptionTable = Readonly<Record<string, Option>>;

/** An option that does nothing; a list of values before it ends there. */
export const endOfOptions = "end-of-options";

const commonOptions: OptionTable = { help: { alias: "h" }, version: { alias: "v" } };

/** Why the arguments of a command can't be used, although yargs can parse them, or `null`. */
export function mistakeIn(
  parsed: Parsed,
  positionals: OptionTable,
  options: OptionTable,
): string | null {
  const [, extra] = parsed._;
  if (extra !== undefined) return `unexpected argument ${extra}`;
  for (const [name, { array: isList = false }] of Object.entries(options)) {
    if (Array.isArray(parsed[name]) && !isList) return `${flagOf(name)} is given twice`;
    // A flag that isn't given is `undefined`; yargs reads any value but "true" as `false`.
    if (parsed[name] === false) return `${flagOf(name)} takes no value`;
  }
  return unknownOption(parsed, options, Object.keys(positionals));
}

/** Why a command line that names no command can't be used, or `null`. */
export function mistakeWithoutCommand(parsed: Parsed, commands: readonly string[]): string | null {
  const [name] = parsed._;
  if (name === undefined) return unknownOption(parsed, {}, []);
  return `unknown command ${withHint(String(name), commands)}`;
}

/** Whether `--input` is given, which yargs would take for the positional `input`. */
export function positionalAsOption(
  given: readonly string[],
  positionals: readonly string[],
): string | null {
  const isGiven = (flag: string) => given.some((each) => each.split("=")[0] === flag);
  const flag = positionals.map(flagOf).find(isGiven);
  return flag === undefined ? null : `unknown option ${flag}`;
}

/** `output` → `--output`, `o` → `-o`. */
export function flagOf(name: string): string {
  return name.length === 1 ? `-${name}` : `--${name}`;
}

function unknownOption(
  parsed: Parsed,
  own: OptionTable,
  positionals: readonly string[],
): string | null {
  const options = { ...own, ...commonOptions };
  const names = Object.keys(options);
  const aliases = Object.values(options).flatMap(({ alias = [] }) => alias);
  const known = ["_", "$0", endOfOptions, ...positionals, ...names, ...aliases];
  const unknown = Object.keys(parsed).find((name) => !known.includes(kebabCase(name)));
  if (unknown === undefined) return null;
  return `unknown option ${withHint(flagOf(unknown), names.map(flagOf))}`;
}

function withHint(written: string, words: readonly string[]): string {
  const near = nearest(written, words);
  return near === null ? written : `${written}; did you mean ${near}?`;
}

/** yargs gives each option in camel case too. */
function kebabCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
