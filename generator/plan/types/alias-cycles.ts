import type { Schema } from "../../model/api/schema.js";
import type { FindSchema } from "../../model/schema/find-schema.js";

/** For each alias on a cycle, the aliases of that cycle. */
export type AliasCycles = ReadonlyMap<string, ReadonlySet<string>>;

/**
 * The type aliases that refer to themselves without an object or a list in between, which
 * TypeScript rejects (TS2456).
 *
 * @param aliases the names that are declared as aliases; an interface breaks every cycle.
 */
export function aliasCycles(aliases: readonly string[], find: FindSchema): AliasCycles {
  const known = new Set(aliases);
  const graph = new Map(
    aliases.map((name) => {
      const schema = find(name);
      const next = schema ? [...directNames(schema)].filter((each) => known.has(each)) : [];
      return [name, next];
    }),
  );
  const cycles = new Map<string, ReadonlySet<string>>();
  const back = reversed(graph);
  for (const name of cycleCandidates(graph, back)) {
    if (cycles.has(name)) continue;
    const before = reached(name, back);
    const cycle = new Set([...reached(name, graph)].filter((each) => before.has(each)));
    for (const each of cycle) cycles.set(each, cycle);
  }
  return cycles;
}

/**
 * The schema of an alias with the names of its cycle replaced by their own members, each once.
 * `null` if nothing remains, because the alias refers only to itself.
 */
export function withoutCycle(
  schema: Schema,
  cycle: ReadonlySet<string>,
  find: FindSchema,
): Schema | null {
  const seen = new Set<string>();
  const expanded = (given: Schema): Schema | null => {
    if (given.kind === "union" || given.kind === "intersection") {
      const members = given.members.flatMap((member) => expanded(member) ?? []);
      return members.length === 0 ? null : { ...given, members };
    }
    if (given.kind !== "named" || !cycle.has(given.name)) return given;
    const target = seen.has(given.name) ? undefined : find(given.name);
    seen.add(given.name);
    const inside = target === undefined ? null : expanded(target);
    if (inside !== null) return { ...inside, nullable: given.nullable || inside.nullable };
    return given.nullable ? { ...given, kind: "never" } : null;
  };
  return expanded(schema);
}

/** The names that a schema refers to without an object or a list in between. */
function directNames(schema: Schema): Set<string> {
  const names = new Set<string>();
  const pending = [schema];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    if (next.kind === "named") names.add(next.name);
    if (next.kind !== "union" && next.kind !== "intersection") continue;
    for (const member of next.members) pending.push(member);
  }
  return names;
}

type Graph = ReadonlyMap<string, readonly string[]>;

/**
 * The names that may be on a cycle: those that remain after repeatedly removing names without
 * successors.
 */
export function cycleCandidates(graph: Graph, back = reversed(graph)): Set<string> {
  const left = new Set(graph.keys());
  const degrees = new Map([...graph].map(([name, next]) => [name, next.length]));
  const ends = [...left].filter((name) => degrees.get(name) === 0);
  for (let end = ends.pop(); end !== undefined; end = ends.pop()) {
    left.delete(end);
    for (const name of back.get(end) ?? []) {
      const count = (degrees.get(name) ?? 0) - 1;
      degrees.set(name, count);
      if (count === 0) ends.push(name);
    }
  }
  return left;
}

/** The names that are reachable from a name, in one or more steps. */
function reached(from: string, graph: Graph): Set<string> {
  const found = new Set(graph.get(from));
  for (const name of found) for (const next of graph.get(name) ?? []) found.add(next);
  return found;
}

function reversed(graph: Graph): Graph {
  const back = new Map([...graph.keys()].map((name): [string, string[]] => [name, []]));
  for (const [name, next] of graph) for (const other of next) back.get(other)?.push(name);
  return back;
}
