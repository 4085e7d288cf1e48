import { grouped } from "../../grouped.js";
import type { Resource } from "../../model/api/api.js";
import type { Operation } from "../../model/api/operation.js";
import { titleCase } from "../names/words.js";
import { listedOperations, mostOperations } from "./resource-pages.js";

/** Operations of a resource that are listed under one title, or under none. */
export interface OperationGroup {
  readonly title: string | null;
  readonly operations: readonly Operation[];
}

/**
 * The operations of a resource in the order of its page. Many of them are grouped by the first part
 * of the path that isn't the same for all, if that puts at least two in a group on average.
 */
export function operationGroups(resource: Resource): OperationGroup[] {
  const operations = listedOperations(resource);
  const all = operations.length === 0 ? [] : [{ title: null, operations }];
  if (operations.length <= mostOperations) return all;
  const paths = operations.map(({ path }) => path.split("/").slice(1));
  const [first = []] = paths;
  let shared = 0;
  while (shared < first.length && paths.every((path) => path[shared] === first[shared]))
    shared += 1;
  const groups = grouped(
    operations.map((operation, index): [string | null, Operation] => {
      const part = paths[index]?.slice(shared).find((each) => !/^\{.*\}$/.test(each));
      return [part ? titleCase(part) : null, operation];
    }),
  );
  if (groups.size < 2 || groups.size > operations.length / 2) return all;
  const untitled = groups.get(null);
  groups.delete(null);
  return [
    ...(untitled ? [{ title: null, operations: untitled }] : []),
    ...[...groups].map(([title, each]) => ({ title, operations: each })),
  ];
}
