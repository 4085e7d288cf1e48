/** Whether the error means that nothing exists at a path, or that a parent isn't a folder. */
export function isMissing(thrown: unknown): boolean {
  return (
    thrown instanceof Error && "code" in thrown && /^(ENOENT|ENOTDIR)$/.test(String(thrown.code))
  );
}
