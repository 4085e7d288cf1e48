import { linkFrom, readmePage } from "./pages.js";
import type { TermView } from "./part-views.js";
import type { Terms } from "./terms.js";

const sections: readonly { term: keyof Terms; label: string; anchor: string }[] = [
  { term: "security", label: "Security", anchor: "authentication" },
  { term: "retries", label: "Retries", anchor: "retries" },
  { term: "timeout", label: "Timeout", anchor: "timeouts-and-cancelling" },
];

/** What most operations of a page have stands once on it. */
export function commonTerms([first, ...others]: readonly Terms[]): Terms | null {
  if (first === undefined) return null;
  const all = [first, ...others];
  const most = (term: keyof Terms) => mostFrequent(all.map((each) => each[term])) ?? first[term];
  return { security: most("security"), retries: most("retries"), timeout: most("timeout") };
}

/** The terms of a page, each with a link to where it is explained. */
export function termViews(terms: Terms, page: string): TermView[] {
  const readme = linkFrom(page, readmePage);
  return sections.map(({ term, label, anchor }) => ({
    label,
    href: `${readme}#${anchor}`,
    spelled: terms[term],
  }));
}

/** What an operation has otherwise than its page says. */
export function ownTermViews(terms: Terms, common: Terms): Omit<TermView, "href">[] {
  return sections.flatMap(({ term, label }) =>
    terms[term] === common[term] ? [] : [{ label, spelled: terms[term] }],
  );
}

/** The first of those that come most often. */
function mostFrequent(values: readonly string[]): string | undefined {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  const most = Math.max(...counts.values());
  return values.find((value) => counts.get(value) === most);
}
