import { render } from "./emit/render.js";
import { schemaText } from "./emit/schema.js";
import { apiFrom } from "./model/model.js";
import type { RenderedFile } from "./plan/file.js";
import type { Chosen } from "./plan/identity.js";
import { plan } from "./plan/plan.js";
import type { LocatedProblem } from "./problem.js";
import { locate } from "./read/locate.js";
import { read } from "./read/read.js";

/** What became of a document: every file of its package, or why there is none. */
export interface Generation {
  readonly problems: readonly LocatedProblem[];
  /** `null` where a problem is an error. */
  readonly files: readonly RenderedFile[] | null;
}

/**
 * The road: a document is read, becomes a model, the model a plan, and the plan is emitted.
 *
 * @param tell is told what is being done, for people who wait.
 */
export async function generate(
  input: string,
  chosen: Chosen,
  tell: (stage: string) => void = () => {},
): Promise<Generation> {
  tell(`reading ${input}`);
  const reading = await read(input);
  if (!reading.ok) return { problems: reading.problems, files: null };
  const { source, warnings } = reading;
  tell("modelling");
  const api = apiFrom(source.document);
  const planned = plan(api, chosen);
  tell(`rendering ${planned.length} files`);
  const files = render(planned, await schemaText(source.published));
  return { problems: await locate(source, [...warnings, ...api.problems]), files };
}
