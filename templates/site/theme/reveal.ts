/** Opens the folded parts around the element that the address names, and scrolls to it. */
export function revealTarget(): void {
  const target = document.getElementById(anchor());
  const folded: HTMLDetailsElement[] = [];
  for (let each = target?.closest("details:not([open])"); each instanceof HTMLDetailsElement; ) {
    folded.push(each);
    each = each.parentElement?.closest("details:not([open])");
  }
  if (folded.length === 0) return;
  for (const each of folded) each.open = true;
  target?.scrollIntoView();
}

function anchor(): string {
  try {
    return decodeURIComponent(location.hash.slice(1));
  } catch {
    return "";
  }
}
