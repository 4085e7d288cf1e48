import { join } from "node:path";
import { entryAt } from "../emit/disk/folder.js";
import { keptFiles } from "../emit/disk/user-files.js";
import { noteFile } from "../file-reads.js";
import type { RenderedFile } from "../plan/file.js";
import { type LocatedProblem, type Problem, warningAt } from "../problem.js";
import { locate, traceIn } from "../read/document/locate.js";
import { isRecord } from "../record.js";

const manifestFile = "package.json";

/**
 * What a `package.json` that `.sdkwrightignore` protects lacks for the files next to it: entry
 * points, dependencies, and the fields that make them ES modules. Empty if sdkwright writes the file.
 */
export async function keptManifestProblems(
  folder: string,
  files: readonly RenderedFile[],
): Promise<LocatedProblem[]> {
  const ours = files.find(({ path }) => path === manifestFile);
  const file = join(folder, manifestFile);
  const isKept = await keptFiles(folder);
  if (ours === undefined || !isKept(manifestFile) || !entryAt(file)?.isFile()) return [];
  const text = String(noteFile(file));
  return locate(traceIn({ file, text }), problemsOf(text, ours.text));
}

function problemsOf(text: string, ours: string): Problem[] {
  const kept = objectFrom(text);
  const needed = objectFrom(ours);
  if (kept === null || needed === null) {
    return [warningAt("", "this should be a JSON object, the manifest of the package")];
  }
  return [
    ...missingExports(kept["exports"], needed["exports"]),
    ...missingPackages(kept, needed),
    ...wrongFields(kept),
  ];
}

function objectFrom(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text.replace(/^\uFEFF/, ""));
    return isRecord(value) ? value : null;
  } catch {
    return null;
  }
}

function missingExports(kept: unknown, needed: unknown): Problem[] {
  return Object.entries(isRecord(needed) ? needed : {}).flatMap(([path, target]) => {
    if (isExported(path, kept)) return [];
    const entry = `${JSON.stringify(path)}: ${JSON.stringify(target)}`;
    const message = `exports lacks ${JSON.stringify(path)}, which programs import: add ${entry}`;
    return [warningAt("/exports", message, "kept-exports")];
  });
}

/** By its own key, or by one with `*` (Node.js, Subpath patterns). */
function isExported(path: string, kept: unknown): boolean {
  if (!isRecord(kept)) return path === "." && kept !== undefined;
  const keys = Object.keys(kept);
  // Without a key that begins with a dot, `exports` are the conditions of `.`.
  if (path === "." && keys.length > 0 && !keys.some((key) => key.startsWith("."))) return true;
  return keys.some((key) => {
    const [start = "", end] = key.split("*");
    if (end === undefined) return key === path;
    return path.length >= key.length && path.startsWith(start) && path.endsWith(end);
  });
}

/** Packages that the sources import, unless they are there as another kind of dependency. */
function missingPackages(
  kept: Readonly<Record<string, unknown>>,
  needed: Readonly<Record<string, unknown>>,
): Problem[] {
  const kinds = ["dependencies", "peerDependencies"];
  return kinds.flatMap((kind) =>
    Object.entries(Object(needed[kind])).flatMap(([name, range]) => {
      if (kinds.some((each) => Object.hasOwn(Object(kept[each]), name))) return [];
      const entry = `${JSON.stringify(name)}: ${JSON.stringify(range)}`;
      return [warningAt(`/${kind}`, `${kind} lacks ${name}, which src/ imports: add ${entry}`)];
    }),
  );
}

function wrongFields({ type, sideEffects }: Readonly<Record<string, unknown>>): Problem[] {
  const isModule = type === "module";
  return [
    ...(isModule ? [] : [warningAt("/type", 'type should be "module": src/ has ES modules')]),
    ...(sideEffects === undefined || sideEffects === true
      ? [
          warningAt(
            "/sideEffects",
            "sideEffects should be false: else bundles keep unused operations",
          ),
        ]
      : []),
  ];
}
