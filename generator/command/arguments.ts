import { parseArgs } from "node:util";
import { nearest } from "../nearest.js";

/** An option, named after its key in the table: `packageName` is `--package-name`. */
export type Option = { readonly describe: string; readonly short?: string } & (
  | { readonly kind: "flag" }
  | { readonly kind: "text"; readonly value: string }
  /** Repeated for each item. */
  | { readonly kind: "list"; readonly value: string }
  /** Given once, followed by its items. */
  | { readonly kind: "items"; readonly value: string }
  | { readonly kind: "choice"; readonly value: string; readonly values: readonly string[] }
);

export type OptionTable = Readonly<Record<string, Option>>;

/** The positional arguments of a command, in order. */
export type PositionalTable = Readonly<
  Record<string, { readonly isRequired: boolean; readonly describe: string }>
>;

type OptionValue<Given extends Option> = Given extends { readonly kind: "flag" }
  ? boolean
  : Given extends { readonly kind: "choice"; readonly values: readonly (infer Value)[] }
    ? Value | undefined
    : Given extends { readonly kind: "text" }
      ? string | undefined
      : readonly string[] | undefined;

/** The values of a command's options and positionals. */
export type Arguments<Options extends OptionTable, Positionals extends PositionalTable> = {
  readonly [Name in keyof Options]: OptionValue<Options[Name]>;
} & {
  readonly [Name in keyof Positionals]: Positionals[Name]["isRequired"] extends true
    ? string
    : string | undefined;
};

export type Parsed<Values> =
  | { readonly kind: "values"; readonly values: Values }
  | { readonly kind: "help" | "version" }
  | { readonly kind: "invalid"; readonly message: string };

/** The options of every command. */
export const commonOptions = {
  help: { kind: "flag", short: "h", describe: "Show this help" },
  version: { kind: "flag", short: "v", describe: "Show the version of sdkwright" },
} as const satisfies OptionTable;

/** `packageName` → `--package-name`. */
export function flagOf(name: string): string {
  return `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}

/** Parses the arguments after the name of a command. The result of a bad argument is `invalid`. */
export function parseArguments<Options extends OptionTable, Positionals extends PositionalTable>(
  args: readonly string[],
  options: Options,
  positionals: Positionals,
): Parsed<Arguments<Options, Positionals>> {
  const { given, rest, problems } = readTokens(tokensOf(args, options), options);
  if (given.has("help")) return { kind: "help" };
  if (given.has("version")) return { kind: "version" };
  const names = Object.keys(positionals);
  const missing = names.find((name, at) => positionals[name]?.isRequired && at >= rest.length);
  if (missing !== undefined) problems.push(`${missing.toUpperCase()} is missing`);
  const extra = rest[names.length];
  if (extra !== undefined) problems.push(`unexpected argument ${extra}`);
  const [message] = problems;
  if (message !== undefined) return { kind: "invalid", message };
  const values = Object.entries(options).map(([name, option]) => [
    name,
    given.get(name) ?? (option.kind === "flag" ? false : undefined),
  ]);
  const placed = names.map((name, at) => [name, rest[at]]);
  // Each option has a value of the kind in its row, and no required positional is missing.
  const all = Object.fromEntries([...values, ...placed]) as Arguments<Options, Positionals>;
  return { kind: "values", values: all };
}

function tokensOf(args: readonly string[], options: OptionTable): readonly Token[] {
  const rows = Object.entries({ ...options, ...commonOptions }).map(([name, option]) => [
    flagOf(name).slice(2),
    {
      type: option.kind === "flag" || option.kind === "items" ? "boolean" : "string",
      ...("short" in option ? { short: option.short } : {}),
    },
  ]);
  const { tokens } = parseArgs({
    args: [...args],
    options: Object.fromEntries(rows),
    strict: false,
    tokens: true,
  });
  return tokens;
}

type Token = NonNullable<
  ReturnType<typeof parseArgs<{ strict: false; tokens: true }>>["tokens"]
>[number];

type OptionToken = Extract<Token, { readonly kind: "option" }>;

type Value = true | string | string[];

function readTokens(tokens: readonly Token[], options: OptionTable) {
  const byFlag = new Map<string, { readonly name: string; readonly option: Option }>(
    Object.entries({ ...options, ...commonOptions }).map(([name, option]) => [
      flagOf(name),
      { name, option },
    ]),
  );
  const given = new Map<string, Value>();
  const rest: string[] = [];
  const problems: string[] = [];
  let items = rest;
  for (const token of tokens) {
    if (token.kind === "positional") items.push(token.value);
    else items = rest;
    if (token.kind !== "option") continue;
    const known = byFlag.get(`--${token.name}`);
    const read = known && readValue(token, known.option, given.get(known.name));
    if (known === undefined) problems.push(unknownOption(token, [...byFlag.keys()]));
    else if (read?.ok !== true) problems.push(`${flagOf(known.name)} ${read?.reason}`);
    else {
      given.set(known.name, read.value);
      if (known.option.kind === "items" && Array.isArray(read.value)) items = read.value;
    }
  }
  return { given, rest, problems };
}

type ReadValue =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly reason: string };

/** @param before the value so far, if the option is repeated. */
function readValue(token: OptionToken, option: Option, before: Value | undefined): ReadValue {
  const value = token.value;
  const isMissing = value === undefined || (!token.inlineValue && /^-./.test(value));
  switch (option.kind) {
    case "flag":
      return value === undefined ? { ok: true, value: true } : no("takes no value");
    case "items":
      return { ok: true, value: value === undefined ? [] : [value] };
    case "list":
      return isMissing
        ? no(`needs a value: ${option.value}`)
        : { ok: true, value: [...(Array.isArray(before) ? before : []), value] };
    case "text":
      if (isMissing) return no(`needs a value: ${option.value}`);
      return before === undefined ? { ok: true, value } : no("is given twice");
    case "choice":
      return value !== undefined && option.values.includes(value)
        ? { ok: true, value }
        : no(`is one of ${option.values.join(", ")}`);
  }
}

function no(reason: string): ReadValue {
  return { ok: false, reason };
}

function unknownOption({ rawName }: OptionToken, flags: readonly string[]): string {
  const near = nearest(rawName, flags);
  return `unknown option ${rawName}${near === null ? "" : `; did you mean ${near}?`}`;
}
