import { type PaginationSetting, pagingProblem } from "./model/paging/settings.js";
import { type StreamingSetting, streamingProblem } from "./model/streams/settings.js";
import { type WebhooksSetting, webhooksProblem } from "./model/webhooks/settings.js";
import { nearest } from "./nearest.js";
import { type ModuleFormat, moduleFormats } from "./plan/module-formats.js";
import { type MethodNaming, methodNamings } from "./plan/names/method-naming.js";
import { type PackageFields, packageProblem } from "./plan/package-fields.js";
import { type SiteSettings, siteProblem } from "./plan/site-settings.js";
import { filterFrom, filterSyntax } from "./read/filter/filter.js";
import { isHost } from "./text.js";

/** The settings of a configuration file; all have defaults, except that a run needs an input. */
export interface Settings {
  /** For editors: the JSON Schema of these settings. */
  readonly $schema?: string | undefined;
  /** The path or URL of the OpenAPI document, in YAML or JSON, or of several. */
  readonly input?: string | readonly string[] | undefined;
  /** The output folder: `generated` by default. */
  readonly output?: string | undefined;
  /** The name of the package; by default the words of the document's title. */
  readonly packageName?: string | undefined;
  /** A semantic version; by default the document's. */
  readonly packageVersion?: string | undefined;
  /**
   * Fields for the emitted `package.json`, which override the generated ones: license, author,
   * repository, …
   */
  readonly package?: PackageFields | undefined;
  /** The name of the client class; by default the words of the document's title. */
  readonly className?: string | undefined;
  /** Whether methods leave out the words of their resource, as by default, or have full names. */
  readonly methodNames?: MethodNaming | undefined;
  /** OpenAPI overlays to apply, in order: paths or URLs. */
  readonly overlays?: readonly string[] | undefined;
  /** The operations to keep: `tag:…`, `path:…`, `operation:…` or `deprecated`. */
  readonly include?: readonly string[] | undefined;
  /** The operations to leave out. */
  readonly exclude?: readonly string[] | undefined;
  /** Additional folders that references of a local document may point to. */
  readonly allowRefsFrom?: readonly string[] | undefined;
  /** Hosts that references and redirects may point to; `true` allows every host. */
  readonly allowRemoteRefs?: boolean | readonly string[] | undefined;
  /** How lists are paged if the document doesn't describe it. */
  readonly pagination?: PaginationSetting | undefined;
  /** How streams are chosen and end, where the document doesn't say. */
  readonly streaming?: StreamingSetting | undefined;
  /** How webhooks are signed and named if the document doesn't describe it. */
  readonly webhooks?: WebhooksSetting | undefined;
  /** Whether to add an openapi-fetch client to the package: `false` by default. */
  readonly fetchClient?: boolean | undefined;
  /** Whether to add handlers for MSW, which answer with the double: `false` by default. */
  readonly msw?: boolean | undefined;
  /** The formats that the package is built in: `["esm"]` by default, or CommonJS too. */
  readonly moduleFormats?: readonly ModuleFormat[] | undefined;
  /** Whether the published package contains the reference pages: `false` by default. */
  readonly docsInPackage?: boolean | undefined;
  /** Whether runs add changes for users to the `CHANGELOG.md` of the package: `true` by default. */
  readonly changelog?: boolean | undefined;
  /** The appearance and the address of the documentation site. */
  readonly site?: SiteSettings | undefined;
}

/** The rule of a setting, and the message if a value breaks it. */
type Setting =
  | { readonly fits: (value: unknown) => boolean; readonly expected: string }
  | { readonly problem: (value: unknown) => string | null };

const path = "the path of a folder";
const filters = `a list of filters (${filterSyntax})`;

/** Every setting of a configuration file. */
const settings: Readonly<Record<keyof Settings, Setting>> = {
  $schema: { fits: isText, expected: "a URL" },
  input: {
    fits: (value) => isText(value) || (listOf(isText)(value) && !isEmptyList(value)),
    expected: "the path or URL of an OpenAPI document, or a list of them",
  },
  output: { fits: isText, expected: path },
  packageName: { fits: matches(packageNamePattern()), expected: "an npm package name" },
  packageVersion: {
    fits: matches(/^\d+\.\d+\.\d+(-[\w.-]+)?$/),
    expected: "a version such as 1.2.0",
  },
  package: { problem: packageProblem },
  className: { fits: matches(/^[A-Z][A-Za-z0-9]*$/), expected: "a name such as Clerk" },
  methodNames: {
    fits: (value) => methodNamings.some((each) => each === value),
    expected: '"short" or "full"',
  },
  overlays: { fits: listOf(isText), expected: "a list of paths or URLs of overlays" },
  include: { fits: listOf(isFilter), expected: filters },
  exclude: { fits: listOf(isFilter), expected: filters },
  allowRefsFrom: { fits: listOf(isText), expected: "a list of paths of folders" },
  allowRemoteRefs: {
    fits: (value) => typeof value === "boolean" || listOf(isNamedHost)(value),
    expected: "true, or a list of hosts such as specs.example.com",
  },
  fetchClient: { fits: (value) => typeof value === "boolean", expected: "true or false" },
  msw: { fits: (value) => typeof value === "boolean", expected: "true or false" },
  pagination: { problem: pagingProblem },
  streaming: { problem: streamingProblem },
  webhooks: { problem: webhooksProblem },
  moduleFormats: { fits: isModuleFormats, expected: '["esm"] or ["esm", "cjs"]' },
  docsInPackage: { fits: (value) => typeof value === "boolean", expected: "true or false" },
  changelog: { fits: (value) => typeof value === "boolean", expected: "true or false" },
  site: { problem: siteProblem },
};

export const settingNames: readonly string[] = Object.keys(settings);

/** Why a value isn't allowed for a setting; `null` if it is. */
export function settingProblem(name: string, value: unknown): string | null {
  const [, setting] = Object.entries(settings).find(([each]) => each === name) ?? [];
  if (setting === undefined) {
    const names = settingNames.slice(1);
    const near = nearest(name, names);
    const hint = near === null ? `use one of ${names.join(", ")}` : `did you mean "${near}"?`;
    return `unknown setting "${name}"; ${hint}`;
  }
  if ("problem" in setting) return setting.problem(value);
  return setting.fits(value)
    ? null
    : `${name} should be ${setting.expected}, not ${JSON.stringify(value)}`;
}

function isText(value: unknown): boolean {
  return typeof value === "string" && /./.test(value);
}

/** ES modules are always built: the package has `type: module`. */
function isModuleFormats(value: unknown): boolean {
  const isKnown = listOf((each) => moduleFormats.some((format) => format === each));
  return isKnown(value) && Array.isArray(value) && value.includes("esm");
}

function isEmptyList(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0;
}

function isFilter(value: unknown): boolean {
  return typeof value === "string" && filterFrom(value) !== null;
}

/** A host with an optional port. Rejects a document's name that ended up in the list of hosts. */
function isNamedHost(value: unknown): boolean {
  return typeof value === "string" && isHost(value) && !/\.(ya?ml|json)$/.test(value);
}

function matches(pattern: RegExp): (value: unknown) => boolean {
  return (value) => typeof value === "string" && pattern.test(value);
}

function listOf(fits: (value: unknown) => boolean): (value: unknown) => boolean {
  return (value) => Array.isArray(value) && value.every(fits);
}

/** The rule of npm: an optional scope, and only characters that need no escape in a URL. */
function packageNamePattern(): RegExp {
  return /^(@[a-z0-9~-][a-z0-9._~-]*\/)?[a-z0-9~-][a-z0-9._~-]*$/;
}
