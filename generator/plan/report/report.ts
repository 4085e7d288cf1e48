import type { Output } from "../output.js";
import { surfaceOf } from "./entries.js";
import type { Surface } from "./surface.js";
import { surfaceText } from "./surface-text.js";

/** The report in the output folder that `sdkwright diff` reads. */
export const reportPath = "api-report.json";

/** The public surface of the package: as text for reviews, and as JSON for `sdkwright diff`. */
export const report: Output = (blueprint) => {
  const surface = surfaceOf(blueprint);
  return {
    files: [
      { path: "api-report.md", from: "text", text: reportText(surface) },
      { path: reportPath, from: "text", text: reportJson(surface) },
    ],
    dependencies: {},
    entries: {},
  };
};

const fence = "```";

function reportText(surface: Surface): string {
  return `# API report

Everything in this package that a program can depend on, one detail per line. Review each removed or
changed line: \`sdkwright diff\` reports what it means for users. Limits, formats and defaults follow
the type.

${fence}text
${surfaceText(surface)}${fence}
`;
}

/** One entry per line, so that a diff of the file stays small. */
export function reportJson({ packageName, version, entries }: Surface): string {
  const head = `"packageName":${JSON.stringify(packageName)},"version":${JSON.stringify(version)}`;
  return `{${head},"entries":[\n${entries.map((entry) => JSON.stringify(entry)).join(",\n")}\n]}\n`;
}
