import { existsSync } from "node:fs";
import { dirname, isAbsolute, join } from "node:path";
import { type ModelSettings, modelSettingsFrom } from "./model/model-settings.js";
import type { PackageNaming } from "./plan/names/identity.js";
import type { MethodNaming } from "./plan/names/method-naming.js";
import type { PackageFeatures } from "./plan/output.js";
import { pointerTo } from "./pointer.js";
import { errorAt, type LocatedProblem, type Problem } from "./problem.js";
import type { JsonObject } from "./read/document/document.js";
import { locate, traceIn } from "./read/document/locate.js";
import { type Filter, filterFrom } from "./read/filter/filter.js";
import { fetchText } from "./read/input/fetch-text.js";
import { parse } from "./read/parse/parse.js";
import type { InputOptions } from "./read/source.js";
import { type Settings, settingProblem } from "./settings.js";
import { isWeb } from "./text.js";

/** The settings given on the command line; `undefined` if not given. */
export interface Flags {
  readonly input: string | undefined;
  readonly output: string | undefined;
  readonly config: string | undefined;
  readonly packageName: string | undefined;
  readonly className: string | undefined;
  readonly methodNames?: MethodNaming | undefined;
  readonly overlay?: readonly string[] | undefined;
  readonly include?: readonly string[] | undefined;
  readonly exclude?: readonly string[] | undefined;
  readonly allowRefsFrom?: readonly string[] | undefined;
  /** An empty list allows every host. */
  readonly allowRemoteRefs?: readonly string[] | undefined;
  readonly fetchClient?: boolean | undefined;
}

/** The effective options: flags override the configuration file, which overrides the defaults. */
export interface Options {
  /** A path, a URL, or `-` for standard input. */
  readonly input: string;
  /** The folder to write the package to. */
  readonly output: string;
  readonly naming: PackageNaming;
  readonly inputOptions: InputOptions;
  readonly features: PackageFeatures;
  readonly modelSettings: ModelSettings;
}

export type Configuration =
  | { readonly ok: true; readonly options: Options }
  | { readonly ok: false; readonly problems: readonly LocatedProblem[] };

/** The file that is read if the command line names neither a document nor a configuration. */
export const defaultConfig = "sdkwright.json";

const defaultOutput = "generated";

/**
 * Reads the configuration file if one is named, or if no document is. Paths in it are relative to
 * its folder, paths on the command line to the current one.
 */
export async function configure(flags: Flags): Promise<Configuration> {
  const file = flags.config ?? (flags.input === undefined ? defaultConfig : undefined);
  if (file === undefined) return { ok: true, options: merged(flags, {}, ".") };
  if (isWeb(file)) return { ok: false, problems: [remoteConfig(file)] };
  if (flags.config === undefined && !existsSync(file)) return { ok: false, problems: [noInput] };
  const fetched = await fetchText(file);
  if (!fetched.ok) return fetched;
  const parsed = await parse(fetched);
  if (!parsed.ok) return parsed;
  const problems = problemsIn(parsed.document, flags);
  if (problems.length > 0) return { ok: false, problems: await locate(traceIn(fetched), problems) };
  // Settings are plain JSON, and each of them has just been checked.
  const settings = parsed.document as Settings;
  return { ok: true, options: merged(flags, settings, dirname(file)) };
}

/** Neither a document nor a configuration is named, and the default one doesn't exist. */
const noInput: LocatedProblem = {
  ...errorAt(
    "",
    "there is no such file: name a document on the command line, or create the file with sdkwright init",
  ),
  file: defaultConfig,
  line: 1,
  column: 1,
};

/**
 * A configuration file names files to read and a folder to write, so a remote one isn't trusted.
 */
function remoteConfig(file: string): LocatedProblem {
  const message = "a configuration file can't be a URL: download it first";
  return { ...errorAt("", message), file, line: 1, column: 1 };
}

function problemsIn(config: JsonObject, { input }: Flags): Problem[] {
  const invalid = Object.entries(config).flatMap(([name, value]) => {
    const message = settingProblem(name, value);
    return message === null ? [] : [errorAt(pointerTo("", name), message)];
  });
  const hasNoInput = input === undefined && !("input" in config);
  return hasNoInput
    ? [...invalid, errorAt("", "no input document: add `input` or name one on the command line")]
    : invalid;
}

function merged(flags: Flags, config: Settings, folder: string): Options {
  const { packageName, className, methodNames, fetchClient, allowRefsFrom, allowRemoteRefs } =
    flags;
  const given: Settings = {
    ...{ input: flags.input, output: flags.output, overlays: flags.overlay },
    ...{ include: flags.include, exclude: flags.exclude, allowRefsFrom },
    ...{ packageName, className, methodNames, fetchClient },
    allowRemoteRefs: allowRemoteRefs?.length === 0 ? true : allowRemoteRefs,
  };
  const known = Object.entries(given).filter(([, value]) => value !== undefined);
  return optionsFrom({ ...relativeTo(folder, config), ...Object.fromEntries(known) });
}

/** The settings of a file, with paths relative to its folder. */
function relativeTo(folder: string, config: Settings): Settings {
  const { input, output, overlays = [], allowRefsFrom = [] } = config;
  const placed = (path: string) => (isAbsolute(path) ? path : join(folder, path));
  const found = (source: string) =>
    URL.canParse(source) || source === "-" ? source : placed(source);
  return {
    ...config,
    input: typeof input === "string" ? found(input) : input?.map(found),
    output: output === undefined ? undefined : placed(output),
    overlays: overlays.map(found),
    allowRefsFrom: allowRefsFrom.map(placed),
  };
}

/** The options of settings that are valid, with defaults for the missing ones. */
export function optionsFrom(settings: Settings): Options {
  const { output = defaultOutput, allowRemoteRefs = [] } = settings;
  const [input = "-", ...further] = [settings.input ?? []].flat();
  const { packageName, className, packageVersion: version, methodNames } = settings;
  return {
    input,
    output,
    naming: { packageName, className, version, methodNames },
    modelSettings: modelSettingsFrom(settings),
    features: {
      fetchClient: settings.fetchClient === true,
      msw: settings.msw === true,
      docsInPackage: settings.docsInPackage === true,
      changelog: settings.changelog !== false,
      ...(settings.moduleFormats && { moduleFormats: settings.moduleFormats }),
      site: settings.site ?? {},
      ...(settings.package === undefined ? {} : { packageFields: settings.package }),
    },
    inputOptions: {
      ...(further.length > 0 && { moreInputs: further }),
      overlays: settings.overlays ?? [],
      allowedRefs: {
        folders: settings.allowRefsFrom ?? [],
        // `null` allows every host.
        hosts: allowRemoteRefs === true ? null : allowRemoteRefs || [],
      },
      filters: {
        include: filtersFrom(settings.include),
        exclude: filtersFrom(settings.exclude),
      },
    },
  };
}

function filtersFrom(texts: readonly string[] = []): Filter[] {
  return texts.flatMap((text) => filterFrom(text) ?? []);
}
