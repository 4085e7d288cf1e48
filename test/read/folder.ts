import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { type ReadResult, read } from "../../generator/read/read.js";
import { type InputOptions, noChanges } from "../../generator/read/source.js";
import { temporaryFolder } from "../temporary-folder.js";

/** A folder with these files: texts, or values to be written as JSON. */
export function folderWith(files: Readonly<Record<string, unknown>>): string {
  const folder = temporaryFolder();
  for (const [name, content] of Object.entries(files)) {
    const file = join(folder, name);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, typeof content === "string" ? content : JSON.stringify(content));
  }
  return folder;
}

/** The document `api.json` or another one of a folder, prepared in this way. */
export async function readIn(
  folder: string,
  inputOptions: Partial<InputOptions> = {},
  name = "api.json",
): Promise<ReadResult> {
  return read(join(folder, name), undefined, { ...noChanges, ...inputOptions });
}

/** `file:line:column severity message` of each problem, the file as seen from the folder. */
export function linesOf(reading: ReadResult, folder: string): string[] {
  const problems = reading.ok ? reading.warnings : reading.problems;
  return problems.map(({ file, line, column, severity, message }) => {
    const name = file.replace(`${folder}/`, "");
    return `${name}:${line}:${column} ${severity} ${message}`;
  });
}
