import { grouped } from "../../grouped.js";
import type { Api } from "../../model/api/api.js";
import type { Operation } from "../../model/api/operation.js";
import type { Schema } from "../../model/api/schema.js";
import { schemasWithin } from "../../model/schema/find-schema.js";
import { bodiesOf, contentsOf } from "../contents.js";

/** The users of a named schema. */
export interface UsedBy<Placed> {
  /** The operations that use a named schema, directly or through a few others. */
  operationsWith(schemaName: string): readonly Placed[];
  /** The named schemas whose own fields, items or members refer to it. */
  modelsWith(schemaName: string): readonly string[];
}

/**
 * The maximum number of schemas in between. In large documents nearly all schemas are connected,
 * and every page would list every operation.
 */
const maxDistance = 3;

export function usedBy<Placed extends { readonly operation: Operation }>(
  { schemas }: Pick<Api, "schemas">,
  operations: readonly Placed[],
): UsedBy<Placed> {
  const mentioned = new Map(schemas.map(({ name, schema }) => [name, new Set(namesIn(schema))]));
  const holders = inverted([...mentioned]);
  const users = inverted(
    operations.map((placed) => {
      const named = schemasOf(placed.operation).flatMap(namesIn);
      return [placed, reached(named, mentioned)] as const;
    }),
  );
  return {
    operationsWith: (name) => users.get(name) ?? [],
    modelsWith: (name) => (holders.get(name) ?? []).filter((holder) => holder !== name),
  };
}

/** Inverts a map from users to names. */
function inverted<T>(mentions: readonly (readonly [T, Iterable<string>])[]): Map<string, T[]> {
  return grouped(
    mentions.flatMap(([holder, names]) => [...names].map((name): [string, T] => [name, holder])),
  );
}

function schemasOf(operation: Operation): Schema[] {
  const { parameters, success, errors } = operation;
  const payloads = [...bodiesOf(operation), ...[...success, ...errors].flatMap(contentsOf)];
  return [...parameters, ...payloads].map(({ schema }) => schema);
}

function namesIn(schema: Schema): string[] {
  const names: string[] = [];
  for (const each of schemasWithin([schema])) if (each.kind === "named") names.push(each.name);
  return names;
}

function reached(
  roots: readonly string[],
  next: ReadonlyMap<string, ReadonlySet<string>>,
): ReadonlySet<string> {
  const all = new Set(roots);
  let last = [...all];
  for (let step = 0; step < maxDistance && last.length > 0; step += 1) {
    const further = new Set(last.flatMap((name) => [...(next.get(name) ?? [])]));
    last = [...further].filter((name) => !all.has(name));
    for (const name of last) all.add(name);
  }
  return all;
}
