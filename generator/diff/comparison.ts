import type { Surface } from "../plan/report/surface.js";
import { type Change, type Verdict, worstVerdict } from "./change.js";
import { compare } from "./compare.js";

/** The effect of a new document on users of the package. */
export interface Comparison {
  readonly packageName: string;
  /** The version that users have. */
  readonly version: string;
  /** The version of the next release; `null` if there is nothing to release. */
  readonly nextVersion: string | null;
  /** `null` if nothing changes. */
  readonly worst: Verdict | null;
  /** Worst first. */
  readonly changes: readonly Change[];
}

export function comparisonOf(old: Surface, next: Surface): Comparison {
  const changes = compare(old, next);
  const worst = worstVerdict(changes);
  return {
    packageName: next.packageName,
    version: old.version,
    nextVersion: nextVersion(old.version, worst),
    worst,
    changes,
  };
}

/**
 * The next version by Semantic Versioning 2.0.0; `null` if nothing changes. Before 1.0.0 a breaking
 * change raises the minor version, and before 0.1.0 every change raises the patch version. A
 * prerelease only raises its own number.
 */
export function nextVersion(version: string, worst: Verdict | null): string | null {
  const [, major, minor, patch, rest = ""] = /^(\d+)\.(\d+)\.(\d+)(.*)$/.exec(version) ?? [];
  if (worst === null || major === undefined) return null;
  if (rest.startsWith("-")) return nextPrerelease(version);
  const numbers = [major, minor, patch].map(Number);
  const leading = numbers.findIndex((number) => number > 0);
  const place = Math.min(2, Math.max(0, leading) + steps[worst]);
  return numbers
    .map((number, index) => (index < place ? number : index === place ? number + 1 : 0))
    .join(".");
}

/** The distance from the leading number to the one that is raised. */
const steps: Readonly<Record<Verdict, number>> = { breaking: 0, additive: 1, info: 2 };

function nextPrerelease(version: string): string {
  const [, stem, count] = /^(.*[.-])(\d+)$/.exec(version.replace(/\+.*/s, "")) ?? [];
  return count === undefined ? `${version.replace(/\+.*/s, "")}.1` : `${stem}${Number(count) + 1}`;
}
