import { errorAt, type Problem } from "../../problem.js";
import type { JsonObject } from "../document/document.js";
import { operationsIn } from "../filter/operations.js";

/** At this size a run takes about 1.7 GiB and 30 seconds. */
const most = 10_000;

/** Reports a document with more operations than one package can hold. Webhooks don't count. */
export function sizeProblems(document: JsonObject): Problem[] {
  const { length } = operationsIn(document).filter(({ pointer }) => pointer.startsWith("/paths/"));
  if (length <= most) return [];
  const message = `the document has ${length} operations, and a package can have at most ${most}: select some with --include or --exclude`;
  return [errorAt("/paths", message)];
}
