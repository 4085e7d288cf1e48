import type { LocatedProblem, Problem } from "../../problem.js";
import type { JsonObject } from "../document/document.js";
import { locate } from "../document/locate.js";
import { type Trace, writtenIn } from "../document/trace.js";
import { fetchText } from "../input/fetch-text.js";
import { parse } from "../parse/parse.js";
import { actionsIn } from "./action.js";
import { take } from "./apply.js";
import { type Draft, draftOf, traceOf } from "./edit.js";
import { compiler, type Query } from "./query.js";

export interface Overlaid {
  readonly document: JsonObject;
  readonly trace: Trace;
  /** The problems of the overlays, with locations. */
  readonly problems: readonly LocatedProblem[];
}

/** Applies overlays in order. Each sees the changes of those before it. */
export async function overlay(
  document: JsonObject,
  trace: Trace,
  files: readonly string[],
): Promise<Overlaid> {
  const draft = draftOf(document, trace);
  const compile = await compiler();
  const problems: LocatedProblem[] = [];
  for (const file of files) problems.push(...(await applied(file, draft, compile)));
  return { document: draft.root, trace: traceOf(draft), problems };
}

async function applied(
  file: string,
  draft: Draft,
  compile: (path: string) => Query,
): Promise<readonly LocatedProblem[]> {
  const source = await fetchText(file);
  if (!source.ok) return source.problems;
  const parsed = await parse(source);
  if (!parsed.ok) return parsed.problems;
  const understood = actionsIn(parsed.document);
  const problems = understood.ok
    ? understood.actions.flatMap((action): Problem[] => {
        const problem = take(action, draft, source, compile);
        return problem === null ? [] : [problem];
      })
    : understood.problems;
  return locate(writtenIn(source), problems);
}
