import { writeFileSync } from "node:fs";
import { compiled, templateSources } from "./templates.js";

// The last step of the build: writes `compiled-templates.ts`, so that runs don't compile templates.

const entries = templateSources().map(
  ([name, source]) =>
    `[${JSON.stringify(name)}, { source: ${JSON.stringify(source)}, specification: ${compiled(source)} }]`,
);

writeFileSync(
  new URL("compiled-templates.js", import.meta.url),
  `export const compiledTemplates = new Map([\n${entries.join(",\n")},\n]);\n`,
);
