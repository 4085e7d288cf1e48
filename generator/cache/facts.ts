import type { FileRead } from "../file-reads.js";

/** All that the outcome of a run rests on. */
export interface Facts {
  /** What each file held or was to hold, by its absolute path; `null` is that it wasn't there. */
  readonly files: ReadonlyMap<string, string | null>;
  /** Where each path led that had to stay within a folder. */
  readonly links: ReadonlyMap<string, string>;
}

/** Collects what a run looks at; `facts` is `null` where a later run can't tell whether that changed. */
export function factCollector(): { listen: (look: FileRead) => void; facts: () => Facts | null } {
  const files = new Map<string, string | null>();
  const links = new Map<string, string>();
  const begun = new Set<string>();
  let isFirm = true;
  const note = <Value>(known: Map<string, Value>, path: string, value: Value) => {
    if (known.has(path) && known.get(path) !== value) isFirm = false;
    known.set(path, value);
  };
  const listen = (look: FileRead) => {
    if (look.at === "elsewhere") isFirm = false;
    else if (look.at === "reading") begun.add(look.path);
    else if (look.at === "link") note(links, look.path, look.target);
    else note(files, look.path, look.digest);
  };
  const isWhole = () => isFirm && [...begun].every((path) => files.has(path) && !isDevice(path));
  return { listen, facts: () => (isWhole() ? { files, links } : null) };
}

/** What is read there may be another file in each process. */
function isDevice(path: string): boolean {
  return /^\/(dev|proc)\//.test(path);
}
