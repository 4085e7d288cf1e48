import { type Provenance, provenanceOf } from "./emit/disk/manifest.js";
import { deadLinks } from "./emit/links.js";
import { type PrintSchema, render, withHeaders } from "./emit/render.js";
import { apiFrom } from "./model/model.js";
import type { ModelSettings } from "./model/model-settings.js";
import type { PlannedFile, RenderedFile } from "./plan/file.js";
import type { PackageNaming } from "./plan/names/identity.js";
import { type PackageFeatures, pointersIn } from "./plan/output.js";
import { plan } from "./plan/plan.js";
import { type Program, programsIn } from "./plan/programs.js";
import { typeProblems } from "./plan/types/type-problems.js";
import type { LocatedProblem } from "./problem.js";
import { locate, placesOf } from "./read/document/locate.js";
import { read } from "./read/read.js";
import { type InputOptions, noChanges } from "./read/source.js";
import { ownVersion } from "./version.js";

/** The outcome for a document: every file of its package, or the problems that prevent it. */
export interface Generation {
  readonly problems: readonly LocatedProblem[];
  /** `null` if a problem is an error. */
  readonly files: readonly RenderedFile[] | null;
  /** The programs of its reference pages, computed on each call. */
  readonly programs: () => readonly Program[];
  /** For the manifest; `null` if there are no files. */
  readonly provenance: Provenance | null;
}

/** Options of a generation. */
export interface GenerateOptions {
  /** Called with the name of each stage, for progress output. */
  readonly onStage?: (stage: string) => void;
  /** Changes to the document before it is used. */
  readonly inputOptions?: InputOptions;
  /** The stream that `-` reads; by default the standard input of the process. */
  readonly stdin?: AsyncIterable<Uint8Array>;
  /** Optional parts of the package. */
  readonly features?: PackageFeatures;
  readonly modelSettings?: ModelSettings;
}

/** The pipeline: a document is read, becomes a model, the model a plan, and the plan is emitted. */
export async function generate(
  input: string,
  naming: PackageNaming,
  {
    onStage = () => {},
    inputOptions = noChanges,
    features = {},
    modelSettings,
    stdin,
  }: GenerateOptions = {},
): Promise<Generation> {
  onStage("reading the document");
  const reading = await read(input, stdin, inputOptions);
  if (!reading.ok) {
    return { problems: reading.problems, files: null, programs: () => [], provenance: null };
  }
  const { source, warnings } = reading;
  onStage("modeling");
  const api = apiFrom(source.document, modelSettings);
  const planned = plan(
    api,
    { ...naming, input },
    {
      places: await placesOf(source.trace, pointersIn(api)),
      features,
    },
  );
  onStage("rendering files");
  const files = withHeaders(render(planned, await schemaPrinterFor(planned)));
  refuseDeadLinks(files);
  const found = [...api.problems, ...typeProblems(api)];
  const problems = [...warnings, ...(await locate(source.trace, found))];
  const provenance = provenanceOf(source.document, ownVersion());
  return { problems, files, programs: () => programsIn(planned), provenance };
}

async function schemaPrinterFor(planned: readonly PlannedFile[]): Promise<PrintSchema | undefined> {
  if (!planned.some(({ from }) => from === "openapi-typescript")) return undefined;
  return (await import("./emit/schema-module.js")).schemaModule;
}

/** Links come only from the generator, never from the document, so a dead link is a bug. */
function refuseDeadLinks(files: readonly RenderedFile[]): void {
  const [dead] = deadLinks(files);
  if (dead !== undefined) {
    throw new Error(
      `${dead.path} links to "${dead.link}", which doesn't exist: please report this`,
    );
  }
}
