import type { CallPolicies } from "./call-policies.js";
import type { DocsContext } from "./docs-context.js";
import { type GuideName, guidePage, linkFrom } from "./pages.js";
import type { TermView } from "./part-views.js";

const sections: readonly { term: keyof CallPolicies; label: string; guide: GuideName }[] = [
  { term: "security", label: "Security", guide: "authentication" },
  { term: "retries", label: "Retries", guide: "retries" },
  { term: "timeout", label: "Timeout", guide: "timeouts" },
];

/** The policies that most operations of a page have, which the page states once. */
export function sharedPolicies([first, ...others]: readonly CallPolicies[]): CallPolicies | null {
  if (first === undefined) return null;
  const all = [first, ...others];
  const most = (term: keyof CallPolicies) =>
    mostFrequent(all.map((each) => each[term])) ?? first[term];
  return { security: most("security"), retries: most("retries"), timeout: most("timeout") };
}

/** The policies of a page, each with a link to its guide. */
export function policyViews(terms: CallPolicies, page: string, reference: DocsContext): TermView[] {
  const hasCredentials = reference.api.security.length > 0;
  return sections.map(({ term, label, guide }) => ({
    label,
    href: guide === "authentication" && !hasCredentials ? null : linkFrom(page, guidePage(guide)),
    by: null,
    spelled: terms[term],
  }));
}

/** The policies of an operation that differ from those of its page. */
export function ownPolicyViews(terms: CallPolicies, common: CallPolicies): TermView[] {
  return sections.flatMap(({ term, label }) =>
    terms[term] === common[term] ? [] : [{ label, href: null, by: null, spelled: terms[term] }],
  );
}

/** The most frequent value; the first of several. */
function mostFrequent(values: readonly string[]): string | undefined {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  const most = Math.max(...counts.values());
  return values.find((value) => counts.get(value) === most);
}
