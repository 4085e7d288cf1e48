import { errorAt, type Problem } from "../../problem.js";
import type { JsonObject } from "../document/document.js";
import { operationsIn } from "../filter/operations.js";

/** As many take some 1.7 GiB and half a minute. */
const most = 10_000;

/** Says where a document has more operations than one package is made of, webhooks aside. */
export function sizeProblems(document: JsonObject): Problem[] {
  const { length } = operationsIn(document).filter(({ pointer }) => pointer.startsWith("/paths/"));
  if (length <= most) return [];
  const message = `the document has ${length} operations, and a package is made of ${most} at most: choose with --include or --exclude.`;
  return [errorAt("/paths", message)];
}
