import { optionsFrom } from "./config.js";
import { plainPhrase } from "./diff/phrase.js";
import { withManifest } from "./emit/disk/manifest.js";
import type { LocatedProblem } from "./problem.js";
import { loginTo } from "./read/input/login.js";
import { type Settings, settingProblem } from "./settings.js";

export type { PaginationSetting, PagingRule } from "./model/paging/settings.js";
export type { WebhooksSetting } from "./model/webhooks/settings.js";
export type { LocatedProblem, Settings };

/** What a settings file can't have. */
interface ProgramSettings {
  /**
   * Headers for documents behind a login, by name. They are sent only to the origin of the document,
   * and no message repeats their values.
   */
  readonly headers?: Readonly<Record<string, string>> | undefined;
}

/** Settings of {@link generate}. */
export interface GenerateSettings extends Omit<Settings, "input" | "output">, ProgramSettings {
  /** The path or URL of the OpenAPI document, a list of them, or the document itself. */
  readonly input: string | readonly string[] | object;
}

/** Settings of {@link diff}; they apply to both documents. */
export interface DiffSettings extends Omit<Settings, "input" | "output">, ProgramSettings {}

/** The package of a document. */
export interface Generation {
  /** Errors and warnings, each with its place in the document. */
  readonly problems: readonly LocatedProblem[];
  /** Every file of the package; `null` if a problem is an error. */
  readonly files: readonly GeneratedFile[] | null;
}

export interface GeneratedFile {
  /** Relative to the folder of the package, with `/` between names. */
  readonly path: string;
  readonly text: string;
}

/** The effect of a new document on users of the package. */
export interface Difference {
  /** What prevents the comparison: errors of the documents, each with its place. */
  readonly problems: readonly LocatedProblem[];
  /** Worst first; `null` if one of the inputs can't be used. */
  readonly changes: readonly Change[] | null;
  /** The version of the next release; `null` if there is nothing to release. */
  readonly nextVersion: string | null;
}

/** A change that users may notice. */
export interface Change {
  /** Whether programs break, can do more, or only behave differently. */
  readonly verdict: "breaking" | "additive" | "info";
  /** The kind of thing that changes: `package`, `client`, `operation`, `error` or `model`. */
  readonly kind: string;
  /** Its name in code: `domains.add`. */
  readonly name: string;
  /** What changes, and why that matters. */
  readonly message: string;
}

/**
 * Generates a package in memory: nothing is written. The files are those of the command, byte for
 * byte. Paths in the settings are relative to the current folder.
 *
 * @throws {TypeError} if a setting is unknown or has a wrong value. Faults of the document are
 * problems.
 */
export async function generate(settings: GenerateSettings): Promise<Generation> {
  const { input, headers, ...others } = settings;
  const { path, stdin } = inputFrom(input);
  const options = checkedOptions({ ...others, input: path }, [path].flat(), headers);
  const pipeline = await import("./generate.js");
  const { problems, files, provenance } = await pipeline.generate(options.input, options.naming, {
    ...options,
    ...stdin,
  });
  return { problems, files: files && withManifest(files, provenance) };
}

/**
 * Lists what a new document changes for users of the package. Each input is the path or URL of a
 * document, an output folder, or either of these in git, as `REV:PATH`.
 *
 * @throws {TypeError} if a setting is unknown or has a wrong value. Faults of a document are
 * problems.
 */
export async function diff(
  old: string,
  next: string,
  { headers, ...settings }: DiffSettings = {},
): Promise<Difference> {
  const options = checkedOptions(settings, [old, next], headers);
  const pipeline = await import("./compare.js");
  const { problems, comparison } = await pipeline.diff(old, next, options);
  if (comparison === null) return { problems, changes: null, nextVersion: null };
  const { changes, nextVersion } = comparison;
  const printed = changes.map((change) => ({ ...change, message: plainPhrase(change.message) }));
  return { problems, changes: printed, nextVersion };
}

/** A document in memory is read like standard input. */
function inputFrom(input: unknown): {
  readonly path: string | readonly string[];
  readonly stdin?: { readonly stdin: AsyncIterable<Uint8Array> };
} {
  if (typeof input === "string" || Array.isArray(input)) return { path: input };
  if (typeof input !== "object" || input === null) {
    throw new TypeError("input should be the path or URL of an OpenAPI document, or the document");
  }
  const text = JSON.stringify(input, null, 2);
  return { path: "-", stdin: { stdin: once(new TextEncoder().encode(text)) } };
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

/** @param inputs the documents, whose origin gets the headers. */
function checkedOptions(
  settings: Settings,
  inputs: readonly string[],
  headers: ProgramSettings["headers"] = {},
) {
  for (const [name, value] of Object.entries(settings)) {
    const problem = value === undefined ? null : settingProblem(name, value);
    if (problem !== null) throw new TypeError(problem);
  }
  const options = optionsFrom(settings);
  const login = loginTo(inputs, headers);
  return login === undefined
    ? options
    : { ...options, inputOptions: { ...options.inputOptions, login } };
}
