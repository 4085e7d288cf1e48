import type { LocatedProblem, Problem } from "../problem.js";
import { structureProblems } from "./check/check.js";
import { definitionMistakes } from "./check/check-definitions.js";
import { refProblems } from "./check/check-references.js";
import { typeMismatchesIn } from "./check/check-types.js";
import { isOtherVersion, isSwagger, withTextVersion } from "./check/check-version.js";
import { applyFixes, type Finding } from "./check/finding.js";
import { mistakesIn } from "./check/mistakes.js";
import type { JsonObject } from "./document/document.js";
import { locate, type Trace, writtenIn } from "./document/locate.js";
import { type Reference, referencesIn } from "./document/references.js";
import { type Filters, isEmpty } from "./filter/filter.js";
import type { AllowedRefs } from "./input/allowed-refs.js";
import {
  type Fetch,
  type FetchedFile,
  fetchWith,
  type Limits,
  limitsOf,
  redirectsOf,
} from "./input/fetch-text.js";
import { applyExtensions } from "./normalise/apply-extensions.js";
import { withDeclaredStreams } from "./normalise/declared-streams.js";
import { withDiscriminators } from "./normalise/discriminators.js";
import { withExternalDocs, withMediaTypes, withWholeServers } from "./normalise/simplify.js";
import { splitByDirection } from "./normalise/split-by-direction.js";
import { upgrade } from "./normalise/upgrade.js";
import type { Overlaid } from "./overlay/overlay.js";
import { parse } from "./parse/parse.js";
import { type InputOptions, noChanges, type Source } from "./source.js";

export type Reading =
  | {
      readonly ok: true;
      readonly source: Source;
      /** Faults that don't keep the document from being used. */
      readonly warnings: readonly LocatedProblem[];
    }
  | { readonly ok: false; readonly problems: readonly LocatedProblem[] };

/**
 * Reads a document from a path, a URL or, for `-`, standard input. Reports faults of the document,
 * the disk or the network as problems and never throws for them.
 *
 * @param fetch loads the document and the files that it refers to.
 */
export async function read(
  input: string,
  stdin: AsyncIterable<Uint8Array> = process.stdin,
  options: InputOptions = noChanges,
  fetch: Fetch = fetchWith(options.login),
): Promise<Reading> {
  const { allowedRefs } = options;
  // One budget for all files.
  const limits = limitsOf();
  const fetched = await fetch(input, stdin, limits, redirectsOf(input, allowedRefs));
  if (!fetched.ok) return fetched;
  const parsed = await parse(fetched);
  if (!parsed.ok) return parsed;
  const start = { document: parsed.document, trace: writtenIn(fetched), problems: [] };
  const changed = await overlaid(start, fetched, options, limits, fetch);
  if (hasErrors(changed.problems)) return { ok: false, problems: changed.problems };
  if (isOtherVersion(changed.document)) {
    return {
      ok: false,
      problems: await locate(changed.trace, structureProblems(changed.document)),
    };
  }
  const first = await joined(changed, fetched, allowedRefs, limits, fetch);
  const { mismatches, ...whole } = fitted(await withFurther(first, options, limits, fetch));
  const problems = [
    ...whole.problems,
    ...(await locate(whole.trace, mismatches)),
    // If files are missing, other reports about references would only repeat that.
    ...(hasErrors(whole.problems)
      ? []
      : await locate(whole.trace, refProblems(whole.document, whole.references))),
  ];
  if (hasErrors(problems)) return { ok: false, problems };
  return finished({ ...whole, problems }, options.filters, fetched.location);
}

/** A document between two steps, and the problems of the files behind it. */
interface Draft {
  readonly document: JsonObject;
  readonly trace: Trace;
  readonly problems: readonly LocatedProblem[];
}

interface Whole extends Draft {
  readonly references: readonly Reference[];
}

function hasErrors(problems: readonly LocatedProblem[]): boolean {
  return problems.some(({ severity }) => severity === "error");
}

// The modules below are imported on demand: few documents need them.

async function overlaid(
  draft: Draft,
  source: FetchedFile,
  { overlays, allowedRefs }: InputOptions,
  limits: Limits,
  fetch: Fetch,
): Promise<Overlaid> {
  if (overlays.length === 0) return { ...draft, sources: [] };
  const { overlay } = await import("./overlay/overlay.js");
  return overlay(draft.document, source, overlays, allowedRefs, limits, fetch);
}

async function joined(
  draft: Overlaid,
  source: FetchedFile,
  allowedRefs: AllowedRefs,
  limits: Limits,
  fetch: Fetch,
): Promise<Whole> {
  const { references, isScattered } = referencesIn(draft.document);
  if (!isScattered) return { ...draft, references };
  const { bundle, entryFrom } = await import("./bundle/bundle.js");
  const entry = entryFrom(source, draft);
  const { problems, ...bundled } = await bundle(entry, draft.trace, allowedRefs, limits, fetch);
  const { references: own } = referencesIn(bundled.document);
  return { ...bundled, problems: [...draft.problems, ...problems], references: own };
}

/** Adds further documents, each bundled by itself. */
async function withFurther(
  first: Whole,
  { further = [], allowedRefs }: InputOptions,
  limits: Limits,
  fetch: Fetch,
): Promise<Whole> {
  if (further.length === 0) return first;
  const { combine } = await import("./combine/combine.js");
  let whole: Whole = first;
  for (const input of further) {
    const fetched = await fetch(input, process.stdin, limits, redirectsOf(input, allowedRefs));
    const parsed = fetched.ok ? await parse(fetched) : fetched;
    if (!fetched.ok || !parsed.ok) {
      const failed = fetched.ok ? parsed : fetched;
      whole = { ...whole, problems: [...whole.problems, ...(failed.ok ? [] : failed.problems)] };
      continue;
    }
    const draft = { document: parsed.document, trace: writtenIn(fetched), problems: [] };
    const next = await joined({ ...draft, sources: [] }, fetched, allowedRefs, limits, fetch);
    const { document, trace, problems } = await combine(whole, next);
    const { references } = referencesIn(document);
    const all = [...whole.problems, ...next.problems, ...problems];
    whole = { document, trace, references, problems: all };
  }
  return whole;
}

/** Repairs the structure of a document and reports what was repaired. */
function fitted(whole: Whole): Whole & { readonly mismatches: readonly Problem[] } {
  const found = [...typeMismatchesIn(whole.document), ...definitionMistakes(whole.document)];
  const repaired = problemsOf(found);
  const mismatches = [...structureProblems(whole.document), ...repaired];
  const document = withTextVersion(applyFixes(whole.document, found));
  if (document === whole.document) return { ...whole, mismatches };
  return { ...whole, mismatches, document, references: referencesIn(document).references };
}

function problemsOf(findings: readonly Finding[]): Problem[] {
  return findings.flatMap(({ problem }) => problem ?? []);
}

async function finished(whole: Whole, filters: Filters, location: string): Promise<Reading> {
  const modern = streamed(isSwagger(whole.document) ? await converted(whole) : whole);
  const selected = isEmpty(filters) ? modern : await filtered(modern, filters);
  const { trace } = selected;
  const hosted = withWholeServers(selected.document, location);
  const mistakes = mistakesIn(hosted);
  const document = applyFixes(hosted, mistakes);
  const problems = [...selected.problems, ...(await locate(trace, problemsOf(mistakes)))];
  if (hasErrors(problems)) return { ok: false, problems };
  const worded = {
    document: applyExtensions(withExternalDocs(withMediaTypes(document))),
    trace,
  };
  const named = modern.references.some(isToPlace) ? await namedPlaces(worded) : worded;
  const split = splitByDirection(withDiscriminators(named.document));
  return { ok: true, source: { trace: named.trace, document: upgrade(split) }, warnings: problems };
}

/** Before filters and checks, which follow the references in what extensions declare. */
function streamed(whole: Whole): Whole {
  const document = withDeclaredStreams(whole.document);
  if (document === whole.document) return whole;
  return { ...whole, document, references: referencesIn(document).references };
}

async function namedPlaces(traced: Pick<Draft, "document" | "trace">) {
  const { withNamedPlaces } = await import("./bundle/named-places.js");
  return withNamedPlaces(traced);
}

/** Whether the target of a reference has no name, only a place in the document. */
function isToPlace({ node: { $ref } }: Reference): boolean {
  return typeof $ref === "string" && !/^#\/components\/[^/]+\/[^/]+$/.test($ref);
}

async function converted(whole: Whole): Promise<Whole> {
  const { fromSwagger } = await import("./normalise/swagger/swagger.js");
  const { document, trace } = fromSwagger(whole.document, whole.trace);
  return { ...whole, document, trace, references: referencesIn(document).references };
}

async function filtered({ problems, ...whole }: Whole, filters: Filters): Promise<Draft> {
  const { select } = await import("./filter/select.js");
  const selected = select(whole.document, whole.trace, whole.references, filters);
  return {
    ...selected,
    problems: [...problems, ...(await locate(whole.trace, selected.problems))],
  };
}
