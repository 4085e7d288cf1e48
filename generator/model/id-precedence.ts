/** What an operation's right to a name is told by. */
export interface IdCandidate {
  /** The `operationId` as the document has it. */
  readonly said: string | null;
  readonly method: string;
  readonly path: string;
}

/**
 * Operations by their right to a name that others come to as well. It depends on what they are, and
 * not on where they stand: those with an `operationId` go first, of these the ones whose path says
 * most words of it, and then those of shorter paths.
 */
export function byPrecedence<C extends IdCandidate>(claimants: readonly C[]): C[] {
  const ranked = claimants.map((claimant) => ({ claimant, missing: missingWords(claimant) }));
  ranked.sort(
    (a, b) =>
      Number(a.claimant.said === null) - Number(b.claimant.said === null) ||
      a.missing - b.missing ||
      a.claimant.path.length - b.claimant.path.length ||
      compare(a.claimant.path, b.claimant.path) ||
      compare(a.claimant.method, b.claimant.method),
  );
  return ranked.map(({ claimant }) => claimant);
}

/** How many words of an id its path lacks; one in the plural has the word. */
function missingWords({ said, path }: IdCandidate): number {
  const words = (said ?? "").match(/\p{Lu}+(?!\p{Ll})|\p{Lu}?\p{Ll}+|\p{Lo}+|\p{N}+/gu) ?? [];
  const lower = path.toLowerCase();
  return words.filter((word) => !lower.includes(word.toLowerCase().replace(/s$/, ""))).length;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
