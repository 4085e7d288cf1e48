/**
 * The anchors of a page's headings in order, as GitHub creates them: lower case, without
 * punctuation, and numbered if a heading repeats.
 */
export function anchorsOf(headings: readonly string[]): string[] {
  const taken = new Map<string, number>();
  return headings.map((heading) => {
    const own = anchorOf(heading);
    let anchor = own;
    for (let count = taken.get(own) ?? 0; taken.has(anchor); anchor = `${own}-${count}`) {
      count += 1;
      taken.set(own, count);
    }
    taken.set(anchor, 0);
    return anchor;
  });
}

function anchorOf(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}\p{Pc} -]/gu, "")
    .replaceAll(" ", "-");
}
