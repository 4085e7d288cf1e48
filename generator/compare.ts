import { join } from "node:path";
import type { Change } from "./diff/change.js";
import { type Comparison, comparisonOf } from "./diff/comparison.js";
import { type Format, formats } from "./diff/formats.js";
import { apiFrom } from "./model/model.js";
import type { ModelSettings } from "./model/model-settings.js";
import { identityFrom, type PackageNaming } from "./plan/names/identity.js";
import { namesFor } from "./plan/names/names.js";
import { surfaceOf } from "./plan/report/entries.js";
import { reportPath } from "./plan/report/report.js";
import type { Surface } from "./plan/report/surface.js";
import { surfaceFromJson } from "./plan/report/surface-from-json.js";
import { errorAt, type LocatedProblem } from "./problem.js";
import { locate } from "./read/document/locate.js";
import { idleKind } from "./read/filter/filter.js";
import { fetchingAt, fetchRevision, inputKind } from "./read/input/fetch-revision.js";
import { fetchText } from "./read/input/fetch-text.js";
import { type ReadResult, read } from "./read/read.js";
import type { InputOptions } from "./read/source.js";

/** The outcome of a comparison: the changes between two inputs, or the problems that prevent it. */
export interface DiffRun {
  readonly problems: readonly LocatedProblem[];
  /** `null` if one of the inputs can't be used. */
  readonly comparison: Comparison | null;
}

/** Options that apply to both inputs of a comparison. */
export interface DiffOptions {
  readonly naming: PackageNaming;
  /** Changes to a document before it is used. */
  readonly inputOptions: InputOptions;
  readonly modelSettings?: ModelSettings;
  readonly stdin?: AsyncIterable<Uint8Array>;
  /** Called with the name of each stage when it begins. */
  readonly onStage?: (stage: string) => void;
}

/**
 * The pipeline of a comparison: reads both inputs as surfaces and compares them. An input is a
 * document, an output folder, or either of these in a git revision.
 */
export async function diff(old: string, next: string, options: DiffOptions): Promise<DiffRun> {
  const { onStage = () => {} } = options;
  onStage(`reading ${old}`);
  const before = await surfaceFrom(old, options);
  onStage(`reading ${next}`);
  const after = await surfaceFrom(next, options);
  onStage("comparing");
  if (before.ok && after.ok) {
    const idle = idleInAll([before, after]);
    if (idle.length > 0) return { problems: idle, comparison: null };
    return { problems: [], comparison: comparisonOf(before.surface, after.surface) };
  }
  const problems = [before, after].flatMap((side) => (side.ok ? [] : side.problems));
  return { problems, comparison: null };
}

/**
 * The changes between two API reports, and the version of the next one. There are none if the
 * earlier report can't be read.
 */
export function reportedChanges(
  earlier: string,
  next: string,
): { readonly version: string; readonly changes: readonly Change[] } {
  const [old, surface] = [surfaceFromJson(earlier), surfaceFromJson(next)];
  if (surface === null) throw new Error("the new API report is invalid: please report this");
  const { version } = surface;
  return { version, changes: old === null ? [] : comparisonOf(old, surface).changes };
}

export function comparisonText(comparison: Comparison, format: Format): string {
  return formats[format](comparison);
}

type SurfaceResult =
  | {
      readonly ok: true;
      readonly surface: Surface;
      /** The warnings about a document; `null` for an output folder. */
      readonly warnings: readonly LocatedProblem[] | null;
    }
  | { readonly ok: false; readonly problems: readonly LocatedProblem[] };

/** A filter may match in one of the documents alone, such as the tag that the new one adds. */
function idleInAll(results: readonly (SurfaceResult & { readonly ok: true })[]): LocatedProblem[] {
  const idle = results.flatMap(({ warnings }) =>
    warnings === null ? [] : [warnings.filter(({ kind = "" }) => kind.startsWith(idleKind("")))],
  );
  return idle
    .flat()
    .filter(({ kind }) => idle.every((each) => each.some((other) => other.kind === kind)))
    .map((problem) => ({ ...problem, severity: "error" }));
}

async function surfaceFrom(input: string, options: DiffOptions): Promise<SurfaceResult> {
  switch (await inputKind(input)) {
    case "folder": {
      const fetched = await fetchText(join(input, reportPath));
      return fetched.ok ? surfaceOfReport(fetched.file, fetched.text) : fetched;
    }
    case "revision":
      return surfaceOfRevision(input, options);
    case "document":
      return surfaceOfDocument(await read(input, options.stdin, comparable(options)), options);
  }
}

async function surfaceOfRevision(input: string, options: DiffOptions): Promise<SurfaceResult> {
  const fetched = await fetchRevision(input, reportPath);
  if (!fetched.ok) return fetched;
  const text = Buffer.from(fetched.bytes).toString();
  if (surfaceFromJson(text) !== null) return surfaceOfReport(input, text);
  const fetch = await fetchingAt(input, options.inputOptions.login);
  return surfaceOfDocument(await read(input, options.stdin, comparable(options), fetch), options);
}

function comparable({ inputOptions }: DiffOptions): InputOptions {
  return { ...inputOptions, filters: { ...inputOptions.filters, mayMatchNothing: true } };
}

function surfaceOfReport(file: string, text: string): SurfaceResult {
  const surface = surfaceFromJson(text);
  if (surface !== null) return { ok: true, surface, warnings: null };
  const problem = errorAt("", "this isn't a valid API report: generate the package again");
  return { ok: false, problems: [{ ...problem, file, line: 1, column: 1 }] };
}

async function surfaceOfDocument(
  reading: ReadResult,
  { naming, modelSettings }: DiffOptions,
): Promise<SurfaceResult> {
  if (!reading.ok) return reading;
  const { source } = reading;
  const api = apiFrom(source.document, modelSettings);
  const errors = api.problems.filter(({ severity }) => severity === "error");
  if (errors.length > 0) return { ok: false, problems: await locate(source.trace, errors) };
  const identity = identityFrom(api, naming);
  const names = namesFor(api, identity.className, identity.methodNames);
  return {
    ok: true,
    warnings: reading.warnings,
    surface: surfaceOf({ api, identity, names, places: new Map(), features: {} }),
  };
}
