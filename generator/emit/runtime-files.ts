import type { RenderedFile } from "../plan/file.js";
import { templateText } from "./template-sources.js";

/** The last line of an import or re-export of a runtime module; captures the module's name. */
const runtimeImport = /^(?:import|export|\}) .*"(?:\.\.?\/)+runtime\/([\w-]+)\.js";$/gm;
/** The same of a sibling, also `await import(…)`. */
const siblingImport = /^(?:import|export|\}|.* await import\() ?.*"\.\/([\w-]+)\.js"\)?;$/gm;

/**
 * The runtime modules that the sources import, directly or through each other. No others are
 * emitted.
 */
export function runtimeFiles(sources: readonly RenderedFile[]): RenderedFile[] {
  const waiting = sources.flatMap(({ text }) => importedBy(text, runtimeImport));
  const texts = new Map<string, string>();
  for (let module = waiting.pop(); module !== undefined; module = waiting.pop()) {
    if (texts.has(module)) continue;
    const text = templateText(`runtime/${module}.ts`);
    texts.set(module, text);
    waiting.push(...importedBy(text, siblingImport));
  }
  return [...texts]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([module, text]) => ({ path: `src/runtime/${module}.ts`, text }));
}

function importedBy(text: string, pattern: RegExp): string[] {
  return [...text.matchAll(pattern)].flatMap(([, module]) => module ?? []);
}
