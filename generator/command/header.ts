import { isHeader, type LoginHeader, originsOf } from "../read/input/login.js";
import type { InputOptions } from "../read/source.js";

const syntax = '--header should be "Name: value" or "Name: env:VARIABLE", in quotes';

interface HeaderArguments {
  readonly header?: readonly string[] | undefined;
  readonly input?: string | undefined;
  readonly old?: string;
  readonly new?: string;
}

/** Why a header can't be sent; `null` if it can. Never repeats its value. */
export function headerProblem(args: HeaderArguments): string | null {
  const { header = [] } = args;
  const inputs = [args.input, args.old, args.new].filter((input) => input !== undefined);
  if (!header.every((text) => isHeader(parsed(text)))) return syntax;
  return header.length === 0 || inputs.length === 0 ? null : originProblem(inputs);
}

function originProblem(inputs: readonly string[]): string | null {
  const [origin, other] = originsOf(inputs);
  if (origin === undefined) return "--header is for a document with a URL";
  if (other === undefined) return null;
  return `--header is sent to one origin, not to both ${origin} and ${other}`;
}

function parsed(text: string): LoginHeader {
  const [, name = "", value = ""] = /^([^:\s]+):(.*)$/s.exec(text) ?? [];
  return [name, value.trim()];
}

/**
 * Options with the headers of `--header`, for the origin of the inputs. `env:VARIABLE` at the end of a value is
 * the environment variable's, which other users of the machine can't see in a list of processes.
 *
 * @throws {Error} if no input is a URL, several origins are meant, or a variable isn't set.
 */
export function withLogin(
  options: InputOptions,
  { header: texts = [] }: HeaderArguments,
  inputs: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): InputOptions {
  if (texts.length === 0) return options;
  const problem = originProblem(inputs);
  if (problem !== null) throw new Error(problem);
  const [origin = ""] = originsOf(inputs);
  const headers = texts.map((text) => withVariable(parsed(text), env));
  return { ...options, login: { origin, headers } };
}

function withVariable(
  [name, value]: LoginHeader,
  env: Readonly<Record<string, string | undefined>>,
): LoginHeader {
  const [, before = "", variable] = /^(|.* )env:(\w+)$/s.exec(value) ?? [];
  if (variable === undefined) return [name, value];
  const found = env[variable]?.trim() ?? "";
  if (found === "") throw new Error(`the environment variable ${variable} of --header isn't set`);
  const header: LoginHeader = [name, before + found];
  if (isHeader(header)) return header;
  throw new Error(`the environment variable ${variable} can't be the value of a header`);
}
