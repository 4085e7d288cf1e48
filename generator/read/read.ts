import type { LocatedProblem, Problem } from "../problem.js";
import { structureProblems } from "./check/check.js";
import { definitionMistakes } from "./check/check-definitions.js";
import { refProblems } from "./check/check-references.js";
import { typeMismatchesIn } from "./check/check-types.js";
import { isSwagger, isUnsupportedVersion, withTextVersion } from "./check/check-version.js";
import { applyFixes, type Finding } from "./check/finding.js";
import { mistakesIn } from "./check/mistakes.js";
import type { JsonObject } from "./document/document.js";
import { locate, type Trace, traceIn } from "./document/locate.js";
import { type Reference, referencesIn } from "./document/references.js";
import { type Filters, hasNoFilters } from "./filter/filter.js";
import type { AllowedRefs } from "./input/allowed-refs.js";
import {
  type Fetch,
  type FetchedFile,
  fetchWith,
  type Limits,
  limitsOf,
  redirectsOf,
} from "./input/fetch-text.js";
import { applyExtensions } from "./normalize/apply-extensions.js";
import { withDeclaredStreams } from "./normalize/declared-streams.js";
import { withDiscriminators } from "./normalize/discriminators.js";
import { withAbsoluteServers, withExternalDocs, withMediaTypes } from "./normalize/simplify.js";
import { splitByDirection } from "./normalize/split-by-direction.js";
import { upgrade } from "./normalize/upgrade.js";
import type { Overlaid } from "./overlay/overlay.js";
import { parse } from "./parse/parse.js";
import { type InputOptions, noChanges, type Source } from "./source.js";

export type ReadResult =
  | {
      readonly ok: true;
      readonly source: Source;
      /** Problems that don't prevent the document from being used. */
      readonly warnings: readonly LocatedProblem[];
    }
  | { readonly ok: false; readonly problems: readonly LocatedProblem[] };

/**
 * Reads a document from a path, a URL or, for `-`, standard input. Errors of the document, the disk
 * or the network are returned as problems, never thrown.
 *
 * @param fetch loads the document and the files that it refers to.
 */
export async function read(
  input: string,
  stdin: AsyncIterable<Uint8Array> = process.stdin,
  options: InputOptions = noChanges,
  fetch: Fetch = fetchWith(options.login),
): Promise<ReadResult> {
  const { allowedRefs } = options;
  // One budget for all files.
  const limits = limitsOf();
  const fetched = await fetch(input, stdin, limits, redirectsOf(input, allowedRefs));
  if (!fetched.ok) return fetched;
  const parsed = await parse(fetched);
  if (!parsed.ok) return parsed;
  const start = { document: parsed.document, trace: traceIn(fetched), problems: [] };
  const changed = await withOverlays(start, fetched, options, limits, fetch);
  if (hasErrors(changed.problems)) return { ok: false, problems: changed.problems };
  if (isUnsupportedVersion(changed.document)) {
    return {
      ok: false,
      problems: await locate(changed.trace, structureProblems(changed.document)),
    };
  }
  const first = await bundled(changed, fetched, allowedRefs, limits, fetch);
  const { mismatches, ...draft } = withFixedStructure(
    await withMoreDocuments(first, fetched.location, options, limits, fetch),
  );
  const problems = [
    ...draft.problems,
    ...(await locate(draft.trace, mismatches)),
    // If files are missing, other problems with references would only repeat that.
    ...(hasErrors(draft.problems)
      ? []
      : await locate(draft.trace, refProblems(draft.document, draft.references))),
  ];
  if (hasErrors(problems)) return { ok: false, problems };
  return finish({ ...draft, problems }, options.filters, fetched.location);
}

/** A document between two steps, and the problems of the files behind it. */
interface ReadDraft {
  readonly document: JsonObject;
  readonly trace: Trace;
  readonly problems: readonly LocatedProblem[];
}

interface BundledDraft extends ReadDraft {
  readonly references: readonly Reference[];
}

function hasErrors(problems: readonly LocatedProblem[]): boolean {
  return problems.some(({ severity }) => severity === "error");
}

// The modules below are imported on demand: few documents need them.

async function withOverlays(
  draft: ReadDraft,
  source: FetchedFile,
  { overlays, allowedRefs }: InputOptions,
  limits: Limits,
  fetch: Fetch,
): Promise<Overlaid> {
  if (overlays.length === 0) return { ...draft, sources: [] };
  const { overlay } = await import("./overlay/overlay.js");
  return overlay(draft.document, source, overlays, allowedRefs, limits, fetch);
}

async function bundled(
  draft: Overlaid,
  source: FetchedFile,
  allowedRefs: AllowedRefs,
  limits: Limits,
  fetch: Fetch,
): Promise<BundledDraft> {
  const { references, needsBundling } = referencesIn(draft.document);
  if (!needsBundling) return { ...draft, references };
  const { bundle, entryFrom } = await import("./bundle/bundle.js");
  const entry = entryFrom(source, draft);
  const { problems, ...bundled } = await bundle(entry, draft.trace, allowedRefs, limits, fetch);
  const { references: own } = referencesIn(bundled.document);
  return { ...bundled, problems: [...draft.problems, ...problems], references: own };
}

/** Adds further documents, each bundled by itself. Relative servers are those of its own host. */
async function withMoreDocuments(
  first: BundledDraft,
  location: string,
  { moreInputs = [], allowedRefs }: InputOptions,
  limits: Limits,
  fetch: Fetch,
): Promise<BundledDraft> {
  if (moreInputs.length === 0) return first;
  const { combine } = await import("./combine/combine.js");
  let draft: BundledDraft = { ...first, document: withAbsoluteServers(first.document, location) };
  for (const input of moreInputs) {
    const fetched = await fetch(input, process.stdin, limits, redirectsOf(input, allowedRefs));
    const parsed = fetched.ok ? await parse(fetched) : fetched;
    if (!fetched.ok || !parsed.ok) {
      const failed = fetched.ok ? parsed : fetched;
      draft = { ...draft, problems: [...draft.problems, ...(failed.ok ? [] : failed.problems)] };
      continue;
    }
    const other = { document: parsed.document, trace: traceIn(fetched), problems: [] };
    const next = await bundled({ ...other, sources: [] }, fetched, allowedRefs, limits, fetch);
    const second = { ...next, document: withAbsoluteServers(next.document, fetched.location) };
    const { document, trace, problems } = await combine(draft, second);
    const { references } = referencesIn(document);
    const all = [...draft.problems, ...next.problems, ...problems];
    draft = { document, trace, references, problems: all };
  }
  return draft;
}

/** Corrects the structure of a document and reports the corrections. */
function withFixedStructure(
  draft: BundledDraft,
): BundledDraft & { readonly mismatches: readonly Problem[] } {
  const found = [...typeMismatchesIn(draft.document), ...definitionMistakes(draft.document)];
  const repaired = problemsOf(found);
  const mismatches = [...structureProblems(draft.document), ...repaired];
  const document = withTextVersion(applyFixes(draft.document, found));
  if (document === draft.document) return { ...draft, mismatches };
  return { ...draft, mismatches, document, references: referencesIn(document).references };
}

function problemsOf(findings: readonly Finding[]): Problem[] {
  return findings.flatMap(({ problem }) => problem ?? []);
}

async function finish(
  draft: BundledDraft,
  filters: Filters,
  location: string,
): Promise<ReadResult> {
  const openapi3 = streamed(isSwagger(draft.document) ? await converted(draft) : draft);
  const selected = hasNoFilters(filters) ? openapi3 : await filtered(openapi3, filters);
  const { trace } = selected;
  const withServers = withAbsoluteServers(selected.document, location);
  const mistakes = mistakesIn(withServers);
  const document = applyFixes(withServers, mistakes);
  const problems = [...selected.problems, ...(await locate(trace, problemsOf(mistakes)))];
  if (hasErrors(problems)) return { ok: false, problems };
  const simplified = {
    document: applyExtensions(withExternalDocs(withMediaTypes(document))),
    trace,
  };
  const named = openapi3.references.some(isToUnnamed) ? await namedPlaces(simplified) : simplified;
  const split = splitByDirection(withDiscriminators(named.document));
  return { ok: true, source: { trace: named.trace, document: upgrade(split) }, warnings: problems };
}

/** Before filters and checks, which follow the references in what extensions declare. */
function streamed(draft: BundledDraft): BundledDraft {
  const document = withDeclaredStreams(draft.document);
  if (document === draft.document) return draft;
  return { ...draft, document, references: referencesIn(document).references };
}

async function namedPlaces(traced: Pick<ReadDraft, "document" | "trace">) {
  const { withNamedPlaces } = await import("./bundle/named-places.js");
  return withNamedPlaces(traced);
}

/** Whether the target of a reference isn't a named component. */
function isToUnnamed({ node: { $ref } }: Reference): boolean {
  return typeof $ref === "string" && !/^#\/components\/[^/]+\/[^/]+$/.test($ref);
}

async function converted(draft: BundledDraft): Promise<BundledDraft> {
  const { fromSwagger } = await import("./normalize/swagger/swagger.js");
  const { swaggerProblems } = await import("./check/check-swagger.js");
  const problems = await locate(draft.trace, swaggerProblems(draft.document));
  const { document, trace } = fromSwagger(draft.document, draft.trace);
  const { references } = referencesIn(document);
  return { document, trace, references, problems: [...draft.problems, ...problems] };
}

async function filtered(
  { problems, ...draft }: BundledDraft,
  filters: Filters,
): Promise<ReadDraft> {
  const { select } = await import("./filter/select.js");
  const selected = select(draft.document, draft.trace, draft.references, filters);
  return {
    ...selected,
    problems: [...problems, ...(await locate(draft.trace, selected.problems))],
  };
}
