import { randomUUID } from "node:crypto";
import {
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { dirname, join, resolve } from "node:path";
import { performance } from "node:perf_hooks";
import type { FileRead } from "../file-reads.js";
import { digestAt, isPrivateFolder, makePrivateFolder } from "../files.js";
import {
  type Environment,
  keyOf,
  programPath,
  type RunRecord,
  recordPath,
  recordsFolder,
  recordText,
} from "./record.js";

/** The maximum number of records; the oldest are deleted. */
const mostRecords = 100;

/** Stores the outcome of a run for {@link loadRun}. A failure to store it is ignored. */
export function storeRun(
  given: readonly string[],
  { files, links }: Facts,
  { report, json }: Pick<RunRecord, "report" | "json">,
  env: Environment,
): void {
  try {
    const own = ownFiles();
    if (report.output === null || own.some(isNewerThanThisRun)) return;
    const record = {
      key: keyOf(given),
      files: [...files, ...own.map((path) => [path, digestAt(path)] as const)],
      links: [...links],
      folder: resolve(report.output),
      report,
      json,
    };
    save(record, env);
  } catch {
    // Without a cache, the next run repeats the work.
  }
}

/** Such a file was rebuilt during the run and may differ from the code that ran. */
function isNewerThanThisRun(path: string): boolean {
  const found = statSync(path, { throwIfNoEntry: false });
  return found !== undefined && found.ctimeMs >= performance.timeOrigin;
}

/** Renames a finished file into place, so that no process reads a partial one. */
function save(record: RunRecord, env: Environment): void {
  const folder = recordsFolder(env);
  if (folder === null) return;
  makePrivateFolder(folder);
  if (!isPrivateFolder(folder)) return;
  const path = recordPath(folder, record.key);
  const fresh = `${path}.${randomUUID()}`;
  try {
    writeFileSync(fresh, recordText(record), { flag: "wx", mode: 0o600 });
    renameSync(fresh, path);
  } finally {
    rmSync(fresh, { force: true });
  }
  dropOldest(folder);
}

function dropOldest(folder: string): void {
  const names = readdirSync(folder).filter((name) => /^[\w-]{43}\.json/.test(name));
  const paths = names.map((name) => resolve(folder, name));
  if (paths.length <= mostRecords) return;
  const withTimes = paths.map((path) => {
    return { path, time: statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0 };
  });
  const oldest = withTimes.sort((a, b) => a.time - b.time).slice(0, paths.length - mostRecords);
  for (const { path } of oldest) rmSync(path, { force: true });
}

/** Everything that the outcome of a run depends on. */
interface Facts {
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
  const started = new Set<string>();
  let isRepeatable = true;
  const note = <Value>(known: Map<string, Value>, path: string, value: Value) => {
    if (known.has(path) && known.get(path) !== value) isRepeatable = false;
    known.set(path, value);
  };
  const listen = (read: FileRead) => {
    if (read.kind === "external") isRepeatable = false;
    else if (read.kind === "start") started.add(read.path);
    else if (read.kind === "link") note(links, read.path, read.target);
    else note(files, read.path, read.digest);
  };
  const isComplete = () =>
    isRepeatable && [...started].every((path) => files.has(path) && !isDevice(path));
  return { listen, facts: () => (isComplete() ? { files, links } : null) };
}

/** Such a path may refer to a different file in each process. */
function isDevice(path: string): boolean {
  return /^\/(dev|proc)\//.test(path);
}

/**
 * The files of this program: its modules and the manifests of its dependencies, including the
 * places where Node.js would find another copy first.
 */
function ownFiles(): string[] {
  const modules = readdirSync(join(programPath, "dist"), { recursive: true, encoding: "utf8" });
  const manifest = join(programPath, "package.json");
  return [
    manifest,
    ...modules
      .filter((file) => file.endsWith(".js"))
      .map((file) => join(programPath, "dist", file)),
    ...packagesIn(manifest).flatMap(placesOf),
  ];
}

interface Manifest {
  readonly dependencies?: object;
  readonly peerDependencies?: object;
}

function packagesIn(manifest: string): string[] {
  const { dependencies, peerDependencies }: Manifest = JSON.parse(readFileSync(manifest, "utf8"));
  return Object.keys({ ...dependencies, ...peerDependencies });
}

/** Follows the lookup of Node.js: each parent folder, until the package is found. */
function placesOf(name: string): string[] {
  const places = foldersFrom(programPath).map((folder) =>
    join(folder, "node_modules", name, "package.json"),
  );
  const found = places.findIndex((place) => existsSync(place));
  return found === -1 ? places : places.slice(0, found + 1);
}

function foldersFrom(folder: string): string[] {
  const above = dirname(folder);
  return above === folder ? [folder] : [folder, ...foldersFrom(above)];
}
