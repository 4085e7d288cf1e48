import type { RetryPolicy } from "../../model/api/operation.js";
import type { Call } from "../call/call.js";
import type { DocsContext } from "./docs-context.js";
import type { SettingView } from "./guides/guide-views.js";
import { type GuideName, guidePage, linkFrom } from "./pages.js";
import type { DetailView } from "./part-views.js";

/** Mirrors `templates/runtime/retry.ts` and `call.ts`. Times are in milliseconds. */
export const builtIn = {
  maxAttempts: 3,
  initialInterval: 500,
  maxInterval: 60_000,
  exponent: 1.5,
  maxElapsedTime: 60_000,
  statusCodes: [408, 429, 500, 502, 503, 504],
  timeoutMs: 60_000,
} as const;

/** The methods whose requests can be repeated safely (RFC 9110, 9.2.2). */
export const repeatable = ["get", "head", "options", "put", "delete", "trace", "query"];

/** The defaults of an operation in words, which the client's or the call's options override. */
export interface CallPolicies {
  readonly security: string;
  readonly retries: string;
  readonly timeout: string;
}

export function callPolicies(call: Call, docs: DocsContext): CallPolicies {
  return {
    security: securityText(call, docs),
    retries: retriesText(call, docs.api),
    timeout: timeoutText(call.options.timeoutMs ?? docs.api.timeoutMs ?? builtIn.timeoutMs),
  };
}

function securityText({ security }: Call, { names }: DocsContext): string {
  const alternatives = security.map((schemes) =>
    schemes.length === 0
      ? "no credential at all"
      : schemes
          .flatMap(({ name }) => names.credential(name))
          .map(({ option }) => `\`${option}\``)
          .join(" with "),
  );
  return alternatives.length === 0 ? "none" : alternatives.join(", or ");
}

function retriesText(
  { operation: { method }, options: { retries, idempotencyHeader } }: Call,
  api: DocsContext["api"],
): string {
  const policy = retries ?? api.retries;
  if (policy?.strategy === "none") return "none";
  const codes = policy?.statusCodes ?? builtIn.statusCodes;
  // The guide explains the document's policy; an operation's own policy is written out here.
  const waits = retries?.strategy === "backoff" ? `, ${waitsText(retries)}` : "";
  const attempts = `up to ${builtIn.maxAttempts} attempts${waits}`;
  if (repeatable.includes(method) || idempotencyHeader !== null) {
    const connections = policy?.retryConnectionErrors === false ? [] : ["connection errors"];
    const conditions = [...(codes.length > 0 ? [codes.join(", ")] : []), ...connections];
    return conditions.length === 0 ? "none" : `${attempts}, on ${conditions.join(" and ")}`;
  }
  const reason = `because a ${method.toUpperCase()} may not be safe to repeat`;
  const isLimited = codes.includes(429) || codes.includes("4XX");
  return isLimited ? `${attempts}, on 429 only, ${reason}` : `none, ${reason}`;
}

/** Whether a policy retries a status, for requests that can be repeated. */
export function isRetried(status: number, policy: RetryPolicy | null): boolean {
  if (policy?.strategy === "none") return false;
  const codes = policy?.statusCodes ?? builtIn.statusCodes;
  return codes.some((code) => code === status || code === `${Math.floor(status / 100)}XX`);
}

function timeoutText(ms: number): string {
  return ms === 0 ? "none" : `${durationText(ms)} for each attempt`;
}

function waitsText(policy: Backoff): string {
  const first = durationText(policy.initialInterval ?? builtIn.initialInterval);
  const last = durationText(policy.maxInterval ?? builtIn.maxInterval);
  const total = durationText(policy.maxElapsedTime ?? builtIn.maxElapsedTime);
  return `waits from ${first} to ${last}, ${total} in all`;
}

type Backoff = Extract<RetryPolicy, { strategy: "backoff" }>;

/** The settings of a policy, by the names of `RetryConfig`, with the built-in defaults. */
const settings: readonly {
  readonly name: string;
  readonly meaning: string;
  readonly spell: (policy: Backoff | null) => string;
}[] = [
  {
    name: "maxAttempts",
    meaning: "The maximum number of attempts.",
    spell: () => String(builtIn.maxAttempts),
  },
  {
    name: "statusCodes",
    meaning: "The statuses that are retried.",
    spell: (policy) => (policy?.statusCodes ?? builtIn.statusCodes).join(", "),
  },
  {
    name: "retryConnectionErrors",
    meaning: "Whether connection failures are retried.",
    spell: (policy) => String(policy?.retryConnectionErrors ?? true),
  },
  {
    name: "retryNonIdempotent",
    meaning: "Whether `POST` and `PATCH` are retried like other methods.",
    spell: () => "false",
  },
  {
    name: "backoff.initialInterval",
    meaning: "The wait before the second attempt.",
    spell: (policy) => durationText(policy?.initialInterval ?? builtIn.initialInterval),
  },
  {
    name: "backoff.exponent",
    meaning: "The factor by which each wait grows.",
    spell: (policy) => String(policy?.exponent ?? builtIn.exponent),
  },
  {
    name: "backoff.maxInterval",
    meaning: "The longest wait, and the longest `Retry-After` that is honored.",
    spell: (policy) => durationText(policy?.maxInterval ?? builtIn.maxInterval),
  },
  {
    name: "backoff.maxElapsedTime",
    meaning: "How long after the first attempt a retry may start.",
    spell: (policy) => durationText(policy?.maxElapsedTime ?? builtIn.maxElapsedTime),
  },
];

/** The effective settings if neither the client nor the call overrides them. */
export function settingViews(policy: RetryPolicy | null): SettingView[] {
  const own = policy?.strategy === "backoff" ? policy : null;
  return settings.map(({ name, meaning, spell }) => ({
    name,
    meaning,
    value: spell(own),
    builtIn: spell(null),
  }));
}

const units = [
  [3_600_000, "h"],
  [60_000, "min"],
  [1000, "s"],
] as const;

/** A duration in the largest unit that divides it; up to two minutes in seconds. */
export function durationText(ms: number): string {
  const [size, unit] = units.find(([each]) => ms % each === 0 && ms >= 2 * each) ?? [1, "ms"];
  return `${ms / size} ${unit}`;
}

const sections: readonly { policy: keyof CallPolicies; label: string; guide: GuideName }[] = [
  { policy: "security", label: "Security", guide: "authentication" },
  { policy: "retries", label: "Retries", guide: "retries" },
  { policy: "timeout", label: "Timeout", guide: "timeouts" },
];

/** The most common policies of a page's operations, which the page states once. */
export function sharedPolicies([first, ...others]: readonly CallPolicies[]): CallPolicies | null {
  if (first === undefined) return null;
  const all = [first, ...others];
  const most = (policy: keyof CallPolicies) =>
    mostFrequent(all.map((each) => each[policy])) ?? first[policy];
  return { security: most("security"), retries: most("retries"), timeout: most("timeout") };
}

/** The policies of a page, each with a link to its guide. */
export function policyViews(policies: CallPolicies, page: string, docs: DocsContext): DetailView[] {
  const hasCredentials = docs.api.security.length > 0;
  return sections.map(({ policy, label, guide }) => ({
    label,
    href: guide === "authentication" && !hasCredentials ? null : linkFrom(page, guidePage(guide)),
    by: null,
    text: policies[policy],
  }));
}

/** The policies of an operation that differ from those of its page. */
export function ownPolicyViews(policies: CallPolicies, common: CallPolicies): DetailView[] {
  return sections.flatMap(({ policy, label }) =>
    policies[policy] === common[policy]
      ? []
      : [{ label, href: null, by: null, text: policies[policy] }],
  );
}

/** The most frequent value; the first of several. */
function mostFrequent(values: readonly string[]): string | undefined {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  const most = Math.max(...counts.values());
  return values.find((value) => counts.get(value) === most);
}
