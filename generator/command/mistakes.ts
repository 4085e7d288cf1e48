import { nearest } from "../nearest.js";

/** A command line parsed by yargs: values by name, and other arguments in `_`. */
interface Parsed {
  readonly _: readonly (string | number)[];
  readonly [name: string]: unknown;
}

interface Option {
  readonly alias?: string | readonly string[] | undefined;
  readonly array?: boolean | undefined;
}

type OptionTable = Readonly<Record<string, Option>>;

/** Takes the place of `--`: an option that does nothing but end a list of values before it. */
export const endOfOptions = "end-of-options";

const commonOptions: OptionTable = { help: { alias: "h" }, version: { alias: "v" } };

/** Why arguments that yargs accepts can't be used; `null` if they can. */
export function mistakeIn(
  parsed: Parsed,
  positionals: OptionTable,
  options: OptionTable,
): string | null {
  const [, extra] = parsed._;
  // Without quotes, words of a header's value are arguments, and must not be printed.
  if (extra !== undefined && "header" in parsed) {
    return 'unexpected argument: put "Name: value" of --header in quotes';
  }
  if (extra !== undefined) return `unexpected argument ${extra}`;
  for (const [name, { array: isList = false }] of Object.entries(options)) {
    if (Array.isArray(parsed[name]) && !isList) return `${flagOf(name)} is given twice`;
    // A flag is `undefined` unless given; `false` means that it has a value other than "true".
    if (parsed[name] === false) return `${flagOf(name)} takes no value`;
  }
  return unknownOption(parsed, options, Object.keys(positionals));
}

/** Why a command line without a known command can't be used; `null` if it can. */
export function mistakeWithoutCommand(parsed: Parsed, commands: readonly string[]): string | null {
  const [name] = parsed._;
  if (name === undefined) return unknownOption(parsed, {}, []);
  return `unknown command ${withHint(String(name), commands)}`;
}

/** Refuses `--input`, which yargs accepts in place of the positional `input`. */
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

/** yargs also lists each option in camel case. */
function kebabCase(name: string): string {
  return name.replace(/\B[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
