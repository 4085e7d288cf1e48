import { rm } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { type Limits, runNode } from "./child.js";

const program = fileURLToPath(new URL("snippets.js", import.meta.url));

/** What is wrong with the programs on the pages of a package, a line each. */
export async function failingPrograms(
  document: string,
  sdk: string,
  compiler: string,
  limits: Limits,
): Promise<string[]> {
  const scratch = `${sdk}.programs`;
  const run = await runNode([program, document, sdk, scratch, compiler], sdk, limits);
  await rm(scratch, { recursive: true, force: true });
  if (run.isOverTime) return ["they take too long"];
  if (run.code === 0) return [];
  const told = run.output.split("\n").filter((line) => line.trim() !== "");
  return told.length > 0 ? told : [`they die: ${run.complaints.trim().slice(-200)}`];
}
