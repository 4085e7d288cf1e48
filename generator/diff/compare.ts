import type { Direction, Entry, Line, Surface } from "../plan/report/surface.js";
import {
  additive,
  breaking,
  type Change,
  change,
  info,
  type LineChange,
  verdicts,
} from "./change.js";
import { deprecationChanges, titleOf, typedChanges } from "./line-changes.js";
import { type Models, type Pair, pairsOf } from "./pairs.js";
import { say, words } from "./phrase.js";
import {
  pagesChanges,
  policyChanges,
  scopeChanges,
  securityChanges,
  serverChanges,
  signatureChanges,
} from "./request-changes.js";
import {
  failureChanges,
  headerChanges,
  itemChanges,
  resultChanges,
  streamChanges,
} from "./response-changes.js";

/** The changes between two surfaces, worst first, then in the order of the package. */
export function compare(old: Surface, next: Surface): Change[] {
  const models = { old: modelsOf(old), next: modelsOf(next) };
  const changes = [
    ...packageChanges(old, next),
    ...matchedEntries(old.entries, next.entries).flatMap(([before, after]) =>
      entryChanges(before, after, models),
    ),
  ];
  return verdicts.flatMap((verdict) => changes.filter((each) => each.verdict === verdict));
}

function packageChanges(old: Surface, next: Surface): Change[] {
  if (old.packageName === next.packageName) return [];
  const judgment = breaking("programs import it by its name");
  const renamed = change(say`is now called ${next.packageName}`, "", judgment);
  return [{ ...renamed, kind: "package", name: old.packageName }];
}

/** An entry before and after. */
interface EntryPair {
  readonly old: Entry;
  readonly next: Entry;
}

type Match = readonly [old: Entry | null, next: Entry | null];

/**
 * Matches entries: operations by the request that they send, not by their names, the client with
 * the client, and all others by name.
 */
function matchedEntries(old: readonly Entry[], next: readonly Entry[]): Match[] {
  const byIdentity = new Map(next.map((entry) => [identityOf(entry), entry]));
  const identities = new Set(old.map(identityOf));
  const others = next.filter((entry) => !identities.has(identityOf(entry)));
  const byName = new Map(others.map((entry) => [`${entry.kind} ${entry.name}`, entry]));
  const pairs = old.map((entry): Match => {
    const same = byIdentity.get(identityOf(entry)) ?? byName.get(`${entry.kind} ${entry.name}`);
    return [entry, same ?? null];
  });
  const taken = new Set(pairs.map(([, entry]) => entry));
  return [...pairs, ...next.filter((each) => !taken.has(each)).map((each): Match => [null, each])];
}

/** The identity of an entry, independent of its name. */
function identityOf({ kind, name, about }: Entry): string {
  if (kind === "client") return "client";
  return kind === "operation" ? requestOf(about) : `${kind} ${name}`;
}

function entryChanges(
  old: Entry | null,
  next: Entry | null,
  models: { readonly old: Models; readonly next: Models },
): Change[] {
  const entry = old ?? next;
  if (entry === null) return [];
  const changesOf = (changes: readonly LineChange[]): Change[] =>
    changes.map((each) => ({ ...each, kind: entry.kind, name: entry.name }));
  if (old === null) return changesOf([change(words("is new"), "", additive(null))]);
  if (next === null) {
    return changesOf([
      change(words("is removed"), "", breaking("programs that use it no longer compile")),
    ]);
  }
  const pairs = pairsOf(completeLines(old), completeLines(next), models);
  return changesOf([
    ...headChanges(old, next),
    ...pairs.flatMap((pair) => pairChanges(pair, { old, next })),
    ...resultChanges(old.lines, next.lines),
    ...failureChanges(old.lines, next.lines),
  ]);
}

/** A model without a line for its type is an object. */
function completeLines({ kind, lines }: Entry): readonly Line[] {
  if (kind !== "model" || lines.some((line) => line.kind === "type")) return lines;
  const object = { kind: "type", path: "", required: true, deprecated: false } as const;
  return [{ ...object, type: [{ kind: "object" }], facts: [] }, ...lines];
}

function headChanges(old: Entry, next: Entry): LineChange[] {
  const to = say`is renamed: ${old.name} → ${next.name}`;
  const renamed = change(to, "", breaking("calls no longer compile"));
  return [
    ...(old.name === next.name ? [] : [renamed]),
    ...(old.kind === "operation" ? requestChanges(old.about, next.about) : []),
    ...(old.kind === "event" ? eventChanges(old.about, next.about) : []),
    ...deprecationChanges(old, next, words("it")),
  ];
}

/** A function's name is part of the surface; the request that it sends is not. */
function requestChanges(old: string, next: string): LineChange[] {
  const [before, after] = [functionOf(old), functionOf(next)];
  const renamed = say`its function is renamed: ${before} → ${after}`;
  const sent = say`it sends ${requestOf(next)} instead of ${requestOf(old)}`;
  return [
    ...(before === after ? [] : [change(renamed, "", breaking("imports no longer compile"))]),
    ...(requestOf(old) === requestOf(next) ? [] : [change(sent, "", info(null))]),
  ];
}

/** Programs name the type of an event and the function that receives it. */
function eventChanges(old: string, next: string): LineChange[] {
  if (old === next) return [];
  const phrase = say`is ${next} instead of ${old}`;
  return [change(phrase, "", breaking("programs that receive it no longer compile"))];
}

function functionOf(about: string): string {
  return about.split(" ", 1).join();
}

function requestOf(about: string): string {
  return about.slice(functionOf(about).length + 1);
}

function pairChanges(pair: Pair, entries: EntryPair): LineChange[] {
  const line = pair.old ?? pair.next;
  return line === null ? [] : judges[line.kind](pair, entries, line);
}

type Judge = (pair: Pair, entries: EntryPair, line: Line) => LineChange[];

const typed: Judge = (pair, { old }, { kind, path }) =>
  typedChanges(pair, sideOf(old, kind), titleOf(kind, path));

/** The function that judges the changes of each kind of line. */
const judges: Readonly<Record<Line["kind"], Judge>> = {
  argument: typed,
  field: typed,
  type: typed,
  credential: typed,
  security: securityChanges,
  server: serverChanges,
  retries: policyChanges,
  timeout: policyChanges,
  scopes: scopeChanges,
  // Other statuses matter too: `resultChanges` and `failureChanges` look at all of them.
  result: ({ old, next }, entries, line) =>
    old !== null && next !== null ? typed({ old, next }, entries, line) : [],
  stream: streamChanges,
  item: itemChanges,
  pages: pagesChanges,
  signature: signatureChanges,
  failure: () => [],
  header: (pair, { old, next }) => headerChanges(pair, old.lines, next.lines),
};

function sideOf({ kind, about }: Entry, line: Line["kind"]): Direction {
  if (line === "argument" || line === "credential") return "given";
  return kind === "model" && (about === "given" || about === "both") ? about : "received";
}

function modelsOf({ entries }: Surface): Models {
  return new Map(entries.flatMap((entry) => (entry.kind === "model" ? [[entry.name, entry]] : [])));
}
