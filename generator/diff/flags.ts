import { methodNamings } from "../plan/names/method-naming.js";

/** How a comparison can be told. */
export const formatNames = ["text", "changelog", "comment", "json"] as const;

export type Format = (typeof formatNames)[number];

/** What `sdkwright diff` can be told. */
export const diffFlags = {
  config: { type: "string", describe: "The configuration file of the package" },
  "package-name": { type: "string", describe: "What the package is called" },
  "class-name": { type: "string", describe: "What the client class is called" },
  "method-names": {
    choices: methodNamings,
    describe: "Whether methods leave out the words of their resource [default: short]",
  },
  format: {
    choices: formatNames,
    default: "text",
    describe: "For a terminal, a CHANGELOG, a pull request, or a program",
  },
  json: { type: "boolean", default: false, describe: "The same as --format json" },
  "exit-code": {
    type: "boolean",
    default: false,
    describe: "Exit with 3 if something breaks for users",
  },
} as const;

/** Each of the two things that are compared. */
export const sideArgument = {
  type: "string",
  demandOption: true,
  describe: "A document, an output folder, or REV:path for one of these in git",
} as const;
