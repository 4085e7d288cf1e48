import type { Flags } from "./config.js";
import { methodNamings } from "./plan/names/method-naming.js";
import { settingProblem } from "./settings.js";

/** The document of `sdkwright generate`. */
export const inputArgument = {
  type: "string",
  describe: "YAML or JSON: a path, a URL, or - for standard input",
} as const;

/** What is done to a document before it is used; of a comparison, to both of them. */
export const preparationFlags = {
  overlay: list("An OpenAPI overlay to apply; repeat it for more, in order"),
  include: list("Operations to keep: tag:…, path:…, operation:… or deprecated; repeat it for more"),
  exclude: list("Operations to leave out, told in the same way"),
  "allow-refs-from": list("A folder beside the document's own that references may lead to"),
  "allow-remote-refs": {
    type: "string",
    array: true,
    describe: "Hosts that references may lead to; without any, every host",
  },
} as const;

/** What `sdkwright generate` can be told. */
export const flags = {
  output: { type: "string", describe: "The folder to write [default: generated]" },
  config: {
    type: "string",
    describe: "The configuration file [default: sdkwright.json, where no input is named]",
  },
  "package-name": { type: "string", describe: "What the package is called" },
  "class-name": { type: "string", describe: "What the client class is called" },
  "method-names": {
    choices: methodNamings,
    describe: "Whether methods leave out the words of their resource [default: short]",
  },
  ...preparationFlags,
  "fetch-client": {
    type: "boolean",
    describe: "Add an openapi-fetch client to the package",
  },
  check: {
    type: "boolean",
    default: false,
    describe: "Write nothing; exit with 3 if the folder differs from what would be written",
  },
  force: {
    type: "boolean",
    default: false,
    describe: "Replace files that no earlier run wrote, or that were changed since",
  },
  "code-samples": {
    type: "string",
    describe: "Also write the pages' programs to this file, as an OpenAPI Overlay",
  },
  watch: {
    type: "boolean",
    default: false,
    describe: "Run again each time that a file which was read is saved",
  },
  cache: {
    type: "boolean",
    default: true,
    describe: "Do nothing again that the last run did with the same files; not so by --no-cache",
  },
  strict: { type: "boolean", default: false, describe: "Take warnings for errors" },
  json: { type: "boolean", default: false, describe: "Print the outcome as JSON" },
} as const;

/** What `sdkwright generate` was told. */
export interface Arguments extends Flags {
  readonly check: boolean;
  readonly force: boolean;
  readonly codeSamples: string | undefined;
  readonly watch: boolean;
  readonly cache: boolean;
  readonly strict: boolean;
  readonly json: boolean;
}

/** A flag that takes one value each time that it is given. */
function list(describe: string) {
  return { type: "string", array: true, nargs: 1, describe } as const;
}

type ListFlags = {
  readonly [Flag in "overlay" | "include" | "exclude" | "allow-refs-from" | "allow-remote-refs"]?:
    | string[]
    | undefined;
};

type TextFlags = {
  readonly [Flag in "output" | "package-name" | "class-name"]?: string | undefined;
};

/**
 * Settings from the command line are held to what the configuration file's are.
 *
 * @throws {Error} if one can't be what it is.
 */
export function checkSettings(given: TextFlags & ListFlags): true {
  const { output, "package-name": packageName, "class-name": className } = given;
  const { overlay: overlays, include, exclude, "allow-refs-from": allowRefsFrom } = given;
  const { "allow-remote-refs": allowRemoteRefs } = given;
  const texts = { output, packageName, className };
  const lists = { overlays, include, exclude, allowRefsFrom, allowRemoteRefs };
  for (const [name, value] of Object.entries({ ...texts, ...lists })) {
    const problem = value === undefined ? null : settingProblem(name, value);
    if (problem !== null) throw new Error(problem);
  }
  return true;
}

interface Watched {
  readonly watch: boolean;
  readonly config?: string | undefined;
  readonly input?: string | undefined;
  readonly overlay?: readonly string[] | undefined;
}

/**
 * Only files are watched.
 *
 * @throws {Error} if there is none to be saved.
 */
export function checkWatched({ watch, config, input, overlay = [] }: Watched): true {
  if (watch && input === "-") throw new Error("standard input can't be watched");
  const isRead = config !== undefined || input === undefined;
  if (watch && !isRead && [input, ...overlay].every((source) => /^https?:/i.test(source))) {
    throw new Error("a URL can't be watched");
  }
  return true;
}
