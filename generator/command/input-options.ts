import { methodNamings } from "../plan/names/method-naming.js";
import { settingProblem } from "../settings.js";
import type { Arguments, OptionTable } from "./parser.js";

/** How a document is changed before it is used; `diff` does the same to both of its documents. */
export const inputOptions = {
  overlay: list("Apply an OpenAPI overlay (repeatable, in order)"),
  include: list("Keep tag:…, path:…, operation:… or deprecated (repeatable)"),
  exclude: list("Leave out operations, by the same filters (repeatable)"),
  "allow-refs-from": list("Allow references to files in this folder too (repeatable)"),
  "allow-remote-refs": {
    type: "string",
    array: true,
    describe: "Allow references to these hosts, or to every host",
  },
} as const satisfies OptionTable;

/** What the package is called, and the file that holds the settings. */
export const namingOptions = {
  config: {
    type: "string",
    requiresArg: true,
    describe: "Settings file (default: sdkwright.json, if no input is given)",
  },
  "package-name": { type: "string", requiresArg: true, describe: "Name of the package" },
  "class-name": { type: "string", requiresArg: true, describe: "Name of the client class" },
  "method-names": {
    choices: methodNamings,
    requiresArg: true,
    describe: "Leave words of the resource out of methods",
    defaultDescription: "short",
  },
} as const satisfies OptionTable;

/** An option with one value, which can be given again. */
function list(describe: string) {
  return { type: "string", array: true, nargs: 1, describe } as const;
}

type SettingArguments = Partial<Arguments<typeof inputOptions & typeof namingOptions>> & {
  readonly output?: string | undefined;
};

/** Why options can't be used that are settings too, or `null`: the same rules hold as in a file. */
export function settingsProblem(args: SettingArguments): string | null {
  const { output, packageName, className, include, exclude, allowRefsFrom, allowRemoteRefs } = args;
  const settings = {
    ...{ output, packageName, className, overlays: args.overlay },
    ...{ include, exclude, allowRefsFrom, allowRemoteRefs },
  };
  for (const [name, value] of Object.entries(settings)) {
    const problem = value === undefined ? null : settingProblem(name, value);
    if (problem !== null) return problem;
  }
  return null;
}
