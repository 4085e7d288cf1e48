/**
 * An output folder that can't be written. The message is one line for the user; the folder is
 * unchanged.
 */
export class OutputError extends Error {
  override readonly name = "OutputError";
}

/**
 * Converts a system error to an `OutputError`. Other errors are bugs and are returned unchanged.
 */
export function asOutputError(thrown: unknown, folder: string): unknown {
  if (!(thrown instanceof Error) || !("code" in thrown)) return thrown;
  const code = String(thrown.code);
  const reason = reasons.get(code) ?? `${code}, ${thrown.message.replace(/\s+/g, " ")}`;
  return new OutputError(`${folder} can't be written: ${reason}`, { cause: thrown });
}

const notAllowed = "it and the folder around it must be writable; check their permissions";
const inTheWay = "a file is in the way where a folder should be";
const inUse = "a program uses it, or it is mounted; close the program or choose another folder";

const reasons: ReadonlyMap<string, string> = new Map([
  ["EACCES", notAllowed],
  ["EPERM", notAllowed],
  ["EROFS", "the disk is read-only"],
  ["ENOSPC", "the disk is full"],
  ["EDQUOT", "the disk quota is used up"],
  ["ENOTDIR", inTheWay],
  ["EEXIST", inTheWay],
  ["EBUSY", inUse],
  ["EXDEV", "it is mounted from elsewhere; choose a folder inside it"],
  ["ENAMETOOLONG", "a name is too long for the disk"],
]);

/** Whether the error means that nothing exists at a path, or that a parent isn't a folder. */
export function isMissing(thrown: unknown): boolean {
  return (
    thrown instanceof Error && "code" in thrown && /^(ENOENT|ENOTDIR)$/.test(String(thrown.code))
  );
}
