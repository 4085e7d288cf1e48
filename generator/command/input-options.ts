import { methodNamings } from "../plan/names/method-naming.js";
import { settingProblem } from "../settings.js";
import type { Arguments, OptionTable } from "./arguments.js";

/** Options that change a document before it is used; `diff` applies them to both documents. */
export const inputOptions = {
  overlay: {
    kind: "list",
    value: "FILE",
    describe: "Apply an OpenAPI overlay (repeatable, in order)",
  },
  include: {
    kind: "list",
    value: "FILTER",
    describe: "Keep tag:…, path:…, operation:… or deprecated (repeatable)",
  },
  exclude: {
    kind: "list",
    value: "FILTER",
    describe: "Leave out operations, by the same filters (repeatable)",
  },
  allowRefsFrom: {
    kind: "list",
    value: "DIR",
    describe: "Allow references to files in this folder too (repeatable)",
  },
  allowRemoteRefs: {
    kind: "items",
    value: "HOST",
    describe: "Allow references to these hosts, or to every host",
  },
} as const satisfies OptionTable;

/** Options that name the package and the file with the settings. */
export const namingOptions = {
  config: {
    kind: "text",
    value: "FILE",
    describe: "Settings file (default: sdkwright.json, if no input is given)",
  },
  packageName: { kind: "text", value: "NAME", describe: "Name of the package" },
  className: { kind: "text", value: "NAME", describe: "Name of the client class" },
  methodNames: {
    kind: "choice",
    value: "short|full",
    values: methodNamings,
    describe: "Leave words of the resource out of methods (default: short)",
  },
} as const satisfies OptionTable;

type SettingArguments = Partial<
  Arguments<typeof inputOptions & typeof namingOptions, Record<never, never>>
> & {
  readonly output?: string | undefined;
};

/**
 * Why an option that is also a setting can't be used; `null` if it can. The rules are those of the
 * configuration file.
 */
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
