import { dirname, isAbsolute, join } from "node:path";
import type { Chosen } from "./plan/identity.js";
import { errorAt, type LocatedProblem, type Problem } from "./problem.js";
import { type JsonObject, pointerTo } from "./read/document.js";
import { fetchText } from "./read/fetch-text.js";
import { locate } from "./read/locate.js";
import { parse } from "./read/parse.js";

/** What the command line says; `undefined` where it says nothing. */
export interface Flags {
  readonly input: string | undefined;
  readonly output: string | undefined;
  readonly config: string | undefined;
  readonly packageName: string | undefined;
  readonly className: string | undefined;
}

/** What is to be done: flags go before the configuration file, and that before the defaults. */
export interface Options {
  /** A path, a URL, or `-` for standard input. */
  readonly input: string;
  /** The folder that the package is written to. */
  readonly output: string;
  readonly chosen: Chosen;
}

export type Configuration =
  | { readonly ok: true; readonly options: Options }
  | { readonly ok: false; readonly problems: readonly LocatedProblem[] };

/** The file that is read where the command line names neither a document nor a configuration. */
export const defaultConfig = "sdkwright.json";

const defaultOutput = "generated";

/**
 * Reads the configuration file, if one is asked for: by name, or by naming no document. Paths in it
 * are relative to its own folder, those on the command line to the current one.
 */
export async function configure(flags: Flags): Promise<Configuration> {
  const file = flags.config ?? (flags.input === undefined ? defaultConfig : undefined);
  if (file === undefined) return { ok: true, options: merged(flags, {}, ".") };
  const fetched = await fetchText(file);
  if (!fetched.ok) return fetched;
  const parsed = await parse(fetched);
  if (!parsed.ok) return parsed;
  const problems = problemsIn(parsed.document, flags);
  if (problems.length > 0) return { ok: false, problems: await locate(fetched, problems) };
  return { ok: true, options: merged(flags, parsed.document, dirname(file)) };
}

/** What each setting may be, and what to say where it is something else. */
const settings: Readonly<Record<string, { readonly pattern: RegExp; readonly wanted: string }>> = {
  $schema: { pattern: /./, wanted: "a URL" },
  input: { pattern: /./, wanted: "the path or URL of an OpenAPI document" },
  output: { pattern: /./, wanted: "the path of a folder" },
  packageName: { pattern: packageNamePattern(), wanted: "an npm package name" },
  packageVersion: { pattern: /^\d+\.\d+\.\d+(-[\w.-]+)?$/, wanted: "a version such as 1.2.0" },
  className: { pattern: /^[A-Z][A-Za-z0-9]*$/, wanted: "a name such as Clerk" },
};

/** Why a value can't be what a setting is set to, or `null` if it can. */
export function settingProblem(name: string, value: unknown): string | null {
  const setting = Object.hasOwn(settings, name) ? settings[name] : undefined;
  if (setting === undefined) {
    return `there is no setting "${name}"; there are ${Object.keys(settings).slice(1).join(", ")}`;
  }
  return typeof value === "string" && setting.pattern.test(value)
    ? null
    : `${name} should be ${setting.wanted}, not ${JSON.stringify(value)}`;
}

function problemsIn(config: JsonObject, { input }: Flags): Problem[] {
  const odd = Object.entries(config).flatMap(([name, value]) => {
    const message = settingProblem(name, value);
    return message === null ? [] : [errorAt(pointerTo("", name), message)];
  });
  const isAimless = input === undefined && !("input" in config);
  return isAimless ? [...odd, errorAt("", "no document is named: add an input")] : odd;
}

function merged(flags: Flags, config: JsonObject, folder: string): Options {
  const text = (name: string) => (typeof config[name] === "string" ? config[name] : undefined);
  const input = text("input") ?? "-";
  const output = text("output");
  const placed = (path: string) => (isAbsolute(path) ? path : join(folder, path));
  return {
    input: flags.input ?? (URL.canParse(input) || input === "-" ? input : placed(input)),
    output: flags.output ?? (output === undefined ? defaultOutput : placed(output)),
    chosen: {
      packageName: flags.packageName ?? text("packageName"),
      className: flags.className ?? text("className"),
      version: text("packageVersion"),
    },
  };
}

/** As npm has it: a scope may go before, and nothing of it needs an escape in a URL. */
function packageNamePattern(): RegExp {
  return /^(@[a-z0-9~-][a-z0-9._~-]*\/)?[a-z0-9~-][a-z0-9._~-]*$/;
}
