import type { LocatedProblem } from "../../problem.js";
import type { JsonObject } from "../document/document.js";
import { locate, type Trace, tracing } from "../document/locate.js";
import type { AllowedRefs } from "../input/allowed-refs.js";
import type { Fetch, FetchedFile, Limits } from "../input/fetch-text.js";
import type { Overlaid } from "../overlay/overlay.js";
import { assemble } from "./assemble.js";
import { componentSlots, slotOf } from "./component-slots.js";
import { discover } from "./discover.js";
import { type File, loader } from "./file.js";

/** A document in one piece, and a trace of where its parts are written. */
export interface Bundled {
  readonly document: JsonObject;
  readonly trace: Trace;
  readonly problems: readonly LocatedProblem[];
}

/**
 * The document as a file. The origin of each part is the text that contains it: the document or an
 * overlay.
 */
export function entryFrom(source: FetchedFile, { document, trace, sources }: Overlaid): File {
  const own = { url: source.location, start: source };
  const originAt = (pointer: () => string) => {
    if (sources.length === 0) return own;
    const written = trace(pointer()).source;
    const start = sources.find((overlay) => overlay === written) ?? source;
    return start === source ? own : { url: start.location, start };
  };
  return { source, overlays: sources, url: source.location, root: document, originAt };
}

/**
 * Bundles a document of several files: a part of another file that can be a component becomes one,
 * and everything else is inlined where it is referenced.
 */
export async function bundle(
  entry: File,
  trace: Trace,
  allowedRefs: AllowedRefs,
  limits: Limits,
  fetch: Fetch,
): Promise<Bundled> {
  const discovery = await discover(entry, loader(entry, allowedRefs, limits, fetch));
  const slots = componentSlots(entry, discovery);
  const { document, moves, problems } = assemble(entry, discovery, slots, slotOf(slots, entry));
  const whole = tracing(moves, trace);
  return {
    document,
    trace: whole,
    problems: [...discovery.problems, ...(await locate(whole, problems))],
  };
}
