import type { FileRead } from "../file-reads.js";

/** Everything that the outcome of a run depends on. */
export interface Facts {
  /**
   * The digest of each file that the run reads or writes, by absolute path; `null` if the file
   * doesn't exist.
   */
  readonly files: ReadonlyMap<string, string | null>;
  /** The resolved target of each path that must stay within a folder. */
  readonly links: ReadonlyMap<string, string>;
}

/** Collects what a run reads. `facts` is `null` if a later run couldn't detect a change. */
export function factCollector(): { listen: (read: FileRead) => void; facts: () => Facts | null } {
  const files = new Map<string, string | null>();
  const links = new Map<string, string>();
  const begun = new Set<string>();
  let isFirm = true;
  const note = <Value>(known: Map<string, Value>, path: string, value: Value) => {
    if (known.has(path) && known.get(path) !== value) isFirm = false;
    known.set(path, value);
  };
  const listen = (read: FileRead) => {
    if (read.at === "elsewhere") isFirm = false;
    else if (read.at === "reading") begun.add(read.path);
    else if (read.at === "link") note(links, read.path, read.target);
    else note(files, read.path, read.digest);
  };
  const isWhole = () => isFirm && [...begun].every((path) => files.has(path) && !isDevice(path));
  return { listen, facts: () => (isWhole() ? { files, links } : null) };
}

/** The path may name another file in each process. */
function isDevice(path: string): boolean {
  return /^\/(dev|proc)\//.test(path);
}
