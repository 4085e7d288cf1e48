import { join } from "node:path";
import { writeSingleFile } from "../emit/disk/disk.js";
import { isMissing, OutputError } from "../emit/disk/output-error.js";
import { readRegularFile } from "../files.js";
import type { RenderedFile } from "../plan/file.js";
import { reportPath } from "../plan/report/report.js";

/** The changelog of a package. No run replaces it: runs add to it. */
const changelogFile = "CHANGELOG.md";

/**
 * Compares the package in a folder with its next files, and returns what adds the changes for users
 * to its changelog. Does nothing for a new package, and if `.sdkwrightignore` protects the file.
 *
 * @param old where the package was before: the folder itself, or its backup if the next files are in
 * place already.
 * @throws {OutputError} if the changelog isn't a regular file.
 */
export async function changelogUpdate(
  files: readonly RenderedFile[],
  old: string,
  folder: string,
  isKept: (path: string) => boolean,
): Promise<() => void> {
  const path = join(folder, changelogFile);
  const earlier = textAt(join(old, reportPath));
  const planned = files.find(isReport)?.text ?? null;
  const next = old === folder ? planned : textAt(join(folder, reportPath));
  const isNew = earlier === null || next === null;
  if (isNew || earlier === next || isKept(changelogFile)) return () => {};
  // Imported here, because most runs change nothing for users.
  const [{ reportedChanges }, { withChanges }] = await Promise.all([
    import("../compare.js"),
    import("../diff/changelog.js"),
  ]);
  const { version, changes } = reportedChanges(earlier, next);
  if (changes.length === 0) return () => {};
  textAt(path);
  return () => writeSingleFile(path, withChanges(textAt(path), version, changes));
}

function isReport({ path }: RenderedFile): boolean {
  return path === reportPath;
}

/** The text of a file; `null` if there is none. */
function textAt(path: string): string | null {
  try {
    const bytes = readRegularFile(path);
    if (bytes === null) throw new OutputError(`${path} isn't a regular file: replace it with one`);
    return bytes.toString();
  } catch (thrown) {
    if (isMissing(thrown)) return null;
    throw thrown;
  }
}
