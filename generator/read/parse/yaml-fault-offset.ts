import { type ValueEvent, yamlEvents } from "./yaml.js";

/**
 * The offset of a YAML fault that the parser reports without a location, or at the start of the
 * text.
 */
export async function yamlFaultOffset(text: string, reason: string): Promise<number> {
  if (/single document/.test(reason)) return secondDocument(text);
  return /complex keys|nested arrays/.test(reason) ? complexKey(await yamlEvents(text)) : 0;
}

/** Skips comments and directives before the first document marker. */
function secondDocument(text: string): number {
  let isWithin = false;
  let offset = 0;
  for (const line of text.split("\n")) {
    const isMark = /^(---|\.\.\.)(\s|$)/.test(line);
    if (isMark && isWithin) return offset;
    isWithin ||= /^(---)?\s*[^-.#%\s]/.test(line);
    offset += line.length + 1;
  }
  return 0;
}

function complexKey(events: Iterable<ValueEvent>): number {
  const within: { readonly isMapping: boolean; isKeyNext: boolean }[] = [];
  for (const event of events) {
    if (event.kind === "end") {
      within.pop();
      continue;
    }
    const isCollection = event.kind === "mapping" || event.kind === "sequence";
    const around = within.at(-1);
    if (around?.isMapping) {
      if (around.isKeyNext && isCollection) return event.offset;
      around.isKeyNext = !around.isKeyNext;
    }
    if (isCollection) within.push({ isMapping: event.kind === "mapping", isKeyNext: true });
  }
  return 0;
}
