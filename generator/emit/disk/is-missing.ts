/** Whether that is what failed: nothing is there, or a file where a folder would be. */
export function isMissing(thrown: unknown): boolean {
  return (
    thrown instanceof Error && "code" in thrown && /^(ENOENT|ENOTDIR)$/.test(String(thrown.code))
  );
}
