interface Page {
  readonly text: string;
  readonly link: string;
}

/**
 * The pages whose addresses resemble a wrong one most, the best first.
 *
 * @param path the wrong address, without the base of the site.
 * @param count the most pages.
 */
export function nearestPages(path: string, pages: readonly Page[], count = 5): Page[] {
  const unique = [...new Map(pages.map((page) => [page.link, page])).values()];
  const wrong = path.slice(0, longest);
  return unique
    .map((page) => ({ page, score: resemblance(wrong, page.link) }))
    .filter(({ score }) => score > 0.4)
    .sort((a, b) => b.score - a.score)
    .slice(0, count)
    .map(({ page }) => page);
}

/** The characters of an address that are compared with each page. */
const longest = 2_000;

/** From 0 to 1: how much of two addresses, and of their last parts, is the same. */
function resemblance(a: string, b: string): number {
  const [first, second] = [wordsOf(a), wordsOf(b)];
  const last = shared(first.at(-1) ?? "", second.at(-1) ?? "");
  return (last + shared(first.join("/"), second.join("/"))) / 2;
}

function wordsOf(path: string): string[] {
  return path
    .toLowerCase()
    .replace(/(index)?(\.html|\.md)?$/, "")
    .split(/[/#]+/)
    .filter((part) => part !== "");
}

/** The share of pairs of letters that two texts have in common (Dice's coefficient). */
function shared(a: string, b: string): number {
  if (a === b) return 1;
  const left = pairsOf(a);
  const right = pairsOf(b);
  const common = [...left].filter((pair) => right.has(pair)).length;
  return left.size + right.size === 0 ? 0 : (2 * common) / (left.size + right.size);
}

function pairsOf(text: string): Set<string> {
  return new Set(
    Array.from({ length: Math.max(0, text.length - 1) }, (_, at) => text.slice(at, at + 2)),
  );
}
