import { inputOptions, namingOptions } from "./input-options.js";
import type { Arguments, OptionTable } from "./parser.js";

export const generatePositionals = {
  input: {
    type: "string",
    // Without a number, yargs takes `-` for the end of it.
    nargs: 1,
    describe: "OpenAPI document in YAML or JSON: a path, a URL, or - for standard input",
  },
} as const satisfies OptionTable;

export const generateOptions = {
  output: {
    type: "string",
    requiresArg: true,
    alias: "o",
    describe: "Folder to write",
    defaultDescription: "generated",
  },
  ...namingOptions,
  ...inputOptions,
  "fetch-client": { type: "boolean", describe: "Add an openapi-fetch client to the package" },
  check: { type: "boolean", describe: "Write nothing; exit with 3 if the folder is out of date" },
  force: {
    type: "boolean",
    describe: "Overwrite files that were edited or not written by sdkwright",
  },
  "code-samples": {
    type: "string",
    requiresArg: true,
    describe: "Also write the code samples to this file, as an OpenAPI overlay",
  },
  watch: { type: "boolean", describe: "Generate again when an input file changes" },
  "no-cache": {
    type: "boolean",
    describe: "Run in full, even if nothing changed since the last run",
  },
  strict: { type: "boolean", describe: "Treat warnings as errors" },
  json: { type: "boolean", describe: "Print the result as JSON" },
} as const satisfies OptionTable;

/** The arguments of `sdkwright generate`. */
export type GenerateArguments = Arguments<typeof generatePositionals & typeof generateOptions>;
