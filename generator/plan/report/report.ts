import type { Output } from "../output.js";
import { surfaceOf } from "./entries.js";
import type { Surface } from "./surface.js";
import { surfaceIn, surfaceText } from "./text.js";

/** Where the report stands in the output folder. */
export const reportPath = "api-report.md";

/** What users of the package can depend on, a line each, for those who review a change. */
export const report: Output = (blueprint) => ({
  files: [{ path: reportPath, from: "text", text: reportText(surfaceOf(blueprint)) }],
  dependencies: {},
  entries: {},
});

const fence = "```";

export function reportText(surface: Surface): string {
  return `# API report

What a program that uses this package can depend on, a line each. Where a line goes or changes,
look twice: \`sdkwright diff\` says what that does to users. After a type stands what it doesn't show:
limits, formats, and what stands for a value that is left out.

${fence}text
${surfaceText(surface)}${fence}
`;
}

/** The surface that a report tells of, or `null` if it isn't one. */
export function surfaceInReport(text: string): Surface | null {
  const [, surface] = /^```text\n([\s\S]*)^```$/m.exec(text.replaceAll("\r\n", "\n")) ?? [];
  return surface === undefined ? null : surfaceIn(surface);
}
