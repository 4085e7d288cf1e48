import type { Surface } from "../plan/report/surface.js";
import { type Change, type Verdict, worstOf } from "./change.js";
import { compare } from "./compare.js";
import { nextVersion } from "./version.js";

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
  const worst = worstOf(changes);
  return {
    packageName: next.packageName,
    version: old.version,
    nextVersion: nextVersion(old.version, worst),
    worst,
    changes,
  };
}
