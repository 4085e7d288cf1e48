import type { Surface } from "../plan/report/surface.js";
import { type Change, type Verdict, worstOf } from "./change.js";
import { compare } from "./compare.js";
import { nextVersion } from "./version.js";

/** What a new document does to the people who use the package. */
export interface Comparison {
  readonly packageName: string;
  /** The version of what users have. */
  readonly version: string;
  /** What the next release is to be called, or `null` where there is nothing to release. */
  readonly nextVersion: string | null;
  /** `null` where nothing changes. */
  readonly worst: Verdict | null;
  /** The worst first. */
  readonly changes: readonly Change[];
}

export function comparisonOf(old: Surface, next: Surface): Comparison {
  const changes = compare(old, next);
  const worst = worstOf(changes);
  return {
    packageName: next.packageName,
    version: old.version,
    nextVersion: nextVersion(old.version, worst),
    worst,
    changes,
  };
}
