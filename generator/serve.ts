import { type MockOptions, type MockServer, startMock } from "./mock/server.js";
import { apiFrom } from "./model/model.js";
import type { ModelSettings } from "./model/model-settings.js";
import type { LocatedProblem } from "./problem.js";
import { locate } from "./read/document/locate.js";
import { read } from "./read/read.js";
import { type InputOptions, noChanges } from "./read/source.js";

/** A mock server, or the problems that prevent it. */
export interface Serving {
  readonly problems: readonly LocatedProblem[];
  /** `null` if the document can't be used. */
  readonly server: MockServer | null;
}

export interface ServeOptions extends MockOptions {
  readonly stdin?: AsyncIterable<Uint8Array>;
  readonly inputOptions?: InputOptions;
  readonly modelSettings?: ModelSettings;
}

/** The pipeline of a mock server: reads a document and serves it. */
export async function serve(input: string, options: ServeOptions): Promise<Serving> {
  const reading = await read(input, options.stdin, options.inputOptions ?? noChanges);
  if (!reading.ok) return { problems: reading.problems, server: null };
  const { source } = reading;
  const api = apiFrom(source.document, options.modelSettings);
  const problems = [...reading.warnings, ...(await locate(source.trace, api.problems))];
  const isUnusable = problems.some(({ severity }) => severity === "error");
  return { problems, server: isUnusable ? null : await startMock(api, options) };
}
