import type { LocatedProblem, Problem } from "../../problem.js";
import type { JsonObject } from "../document/document.js";
import { locate, type Trace, traceIn } from "../document/locate.js";
import type { AllowedRefs } from "../input/allowed-refs.js";
import { type Fetch, type FetchedFile, type Limits, redirectsOf } from "../input/fetch-text.js";
import { parse } from "../parse/parse.js";
import { actionsIn, applyAction } from "./apply.js";
import { type Draft, draftOf, tracePlaces } from "./edit.js";
import { compiler, type Query } from "./query.js";

export interface Overlaid {
  readonly document: JsonObject;
  readonly trace: Trace;
  /** The problems of the overlays, with locations. */
  readonly problems: readonly LocatedProblem[];
  /** The overlays, which are the sources of the parts that they added. */
  readonly sources: readonly FetchedFile[];
}

/** Applies overlays in order. Each sees the changes of those before it. */
export async function overlay(
  document: JsonObject,
  source: FetchedFile,
  files: readonly string[],
  allowed: AllowedRefs,
  limits: Limits,
  fetch: Fetch,
): Promise<Overlaid> {
  const draft = draftOf(document, source);
  const compile = await compiler();
  const problems: LocatedProblem[] = [];
  const sources: FetchedFile[] = [];
  for (const file of files) {
    const source = await fetch(file, undefined, limits, redirectsOf(file, allowed));
    if (source.ok) sources.push(source);
    const found = source.ok ? await applied(source, draft, compile) : source.problems;
    for (const problem of found) problems.push(problem);
  }
  return { document: draft.root, trace: tracePlaces(draft.places), problems, sources };
}

async function applied(
  source: FetchedFile,
  draft: Draft,
  compile: (path: string) => Query,
): Promise<readonly LocatedProblem[]> {
  const parsed = await parse(source);
  if (!parsed.ok) return parsed.problems;
  const result = actionsIn(parsed.document);
  const problems = result.ok
    ? result.actions.flatMap((action): Problem[] => {
        const problem = applyAction(action, draft, source, compile);
        return problem === null ? [] : [problem];
      })
    : result.problems;
  return locate(traceIn(source), problems);
}
