import { grouped } from "../../grouped.js";
import { keysOf, pointerTo } from "../../pointer.js";
import { errorAt, type LocatedProblem, type Problem, warningAt } from "../../problem.js";
import { decoded, quoted } from "../../text.js";
import { isObject, type JsonObject, valueAt } from "../document/document.js";
import { locate, traceIn } from "../document/locate.js";
import { nearestTarget } from "../document/nearest-target.js";
import type { NodeKind } from "../document/openapi-structure.js";
import type { Container } from "../document/walk.js";
import { isRemoteToLocal, localFileRefused } from "../input/allowed-refs.js";
import { type File, type Load, type Origin, type Part, wholeFile } from "./file.js";
import { type Link, linksIn, type Region } from "./links.js";
import { addIdentifiers, type Resources } from "./resources.js";

/** A reference and the part it resolves to. */
export interface ResolvedLink {
  readonly link: Link;
  readonly part: Part;
}

/** Everything that a document refers to, directly or not. */
export interface Discovery {
  /** In the order of discovery, starting from the document. */
  readonly links: readonly ResolvedLink[];
  /** Resolves the reference below a key of an object. */
  readonly partAt: (node: JsonObject, key: string) => Part | null;
  readonly problems: readonly LocatedProblem[];
}

const concurrency = 64;

/** Follows all references of a document breadth first, until every target is loaded. */
export async function discover(entry: File, load: Load): Promise<Discovery> {
  const resources: Resources = {
    ...{ byURL: new Map(), byAnchor: new Map(), bases: new Map() },
    ...{ dynamicAnchors: new Map(), hasIds: hasIds(entry) },
  };
  addIdentifiers(entry, resources);
  const entered = new Map<NodeKind, Set<Container>>();
  const links: ResolvedLink[] = [];
  const faults: Fault[] = [];
  let regions: Region[] = [{ part: wholeFile(entry), kind: "document" }];
  while (regions.length > 0) {
    const unresolved = regions.flatMap((region) => linksIn(region, entered, resources));
    const found: ResolvedLink[] = [];
    for (let start = 0; start < unresolved.length; start += concurrency) {
      const some = unresolved.slice(start, start + concurrency);
      const ends = await Promise.all(some.map((link) => resolve(link, resources, load)));
      for (const [index, link] of some.entries())
        collectLink(entry, link, ends[index], found, faults);
    }
    for (const each of found) links.push(each);
    regions = found.map(({ link, part }) => ({ part, kind: link.kind }));
  }
  const ambiguous = links.flatMap((resolved) => ambiguousAnchors(resolved, resources));
  return { links, partAt: indexed(links), problems: await located([...faults, ...ambiguous]) };
}

function hasIds({ root }: File): boolean {
  const version = isObject(root) ? root["openapi"] : undefined;
  return version !== undefined && !/^3(\.0|$)/.test(String(version));
}

/**
 * Warns about a dynamic reference whose anchor several schemas define: it is read as a plain
 * reference.
 */
function ambiguousAnchors({ link, part }: ResolvedLink, { dynamicAnchors }: Resources): Fault[] {
  if (link.key !== "$dynamicRef" || !isObject(part.value)) return [];
  const anchor = part.value["$dynamicAnchor"];
  if (typeof anchor !== "string" || (dynamicAnchors.get(anchor) ?? 0) < 2) return [];
  const message = `\`$dynamicRef\` is treated as a plain \`$ref\`, because its target depends on the surrounding schema: ${quoted(anchor)} is defined more than once`;
  const pointer = pointerTo(link.pointer(), link.key);
  return [{ file: link.from.file, problem: warningAt(pointer, message) }];
}

interface Fault {
  readonly file: File;
  readonly problem: Problem;
}

function collectLink(
  entry: File,
  link: Link,
  end: Resolved | undefined,
  found: ResolvedLink[],
  faults: Fault[],
): void {
  if (end?.ok) {
    found.push({ link, part: end.part });
    return;
  }
  const { file } = link.from;
  // References within the document are checked after bundling.
  if (file === entry && link.ref.startsWith("#")) return;
  const reason = nameRemedy(file, link.ref) ?? end?.message ?? "nothing";
  const message = `\`${link.key}\` refers to ${quoted(withoutPassword(link.ref))}: ${reason}`;
  const problemAt = link.key === "$ref" ? errorAt : warningAt;
  faults.push({ file, problem: problemAt(pointerTo(link.pointer(), link.key), message) });
}

/** A component's name alone is read as the path of a file. */
function nameRemedy({ root }: File, ref: string): string | null {
  const intended = /^[\w-]+$/.test(ref) ? nearestTarget(root, ref) : null;
  return intended === null ? null : `this is no reference: did you mean ${quoted(`#${intended}`)}?`;
}

/** Removes the password, because messages may reach more people than the document. */
function withoutPassword(ref: string): string {
  return ref.replace(/^([a-z]+:)?[\\/]{2}[^\\/?#]*@/i, "$1//");
}

function indexed(links: readonly ResolvedLink[]): Discovery["partAt"] {
  const parts = new Map<JsonObject, Map<string, Part>>();
  for (const { link, part } of links) {
    const known = parts.get(link.node) ?? new Map<string, Part>();
    parts.set(link.node, known.set(link.key, part));
  }
  return (node, key) => parts.get(node)?.get(key) ?? null;
}

async function located(faults: readonly Fault[]): Promise<LocatedProblem[]> {
  const byFile = grouped(faults.map(({ file, problem }) => [file, problem] as const));
  const all = [...byFile].map(([file, some]) => locate(traceIn(file.source), some));
  return (await Promise.all(all)).flat();
}

/** The target of a reference, or why it has none. */
type Resolved =
  | { readonly ok: true; readonly part: Part }
  | { readonly ok: false; readonly message: string };

/** Resolves a reference and loads its file if necessary. */
async function resolve(
  { ref, base, origin }: Pick<Link, "ref" | "base" | "origin">,
  resources: Resources,
  load: Load,
): Promise<Resolved> {
  const [path = "", hash = ""] = ref.split("#", 2);
  if (!URL.canParse(path, base)) return { ok: false, message: "this isn't a URL: correct it" };
  const url = path === "" ? base : new URL(path, base).href;
  if (isRemoteToLocal(origin.url, url)) return { ok: false, message: localFileRefused };
  const resource = await resourceAt(url, origin, resources, load);
  if (!resource.ok) return resource;
  const part = partOf(resource.part, decoded(hash), url, resources);
  if (part !== null) return { ok: true, part };
  const { source, root } = resource.part.file;
  const intended = hash.startsWith("/") ? nearestTarget(root, decoded(hash)) : null;
  const remedy =
    intended === null
      ? "add it or correct the reference"
      : `did you mean ${quoted(`#${intended}`)}?`;
  return { ok: false, message: `${source.file} has no such part; ${remedy}` };
}

async function resourceAt(
  url: string,
  { start }: Origin,
  resources: Resources,
  load: Load,
): Promise<Resolved> {
  const known = resources.byURL.get(url);
  if (known) return { ok: true, part: known };
  const loaded = await load(url, start);
  if (!loaded.ok) return loaded;
  if (!resources.byURL.has(loaded.file.url)) addIdentifiers(loaded.file, resources);
  const part = wholeFile(loaded.file);
  resources.byURL.set(url, part);
  return { ok: true, part };
}

/**
 * Finds the part that a fragment names. A pointer starts at the nearest `$id`. Many documents count
 * from the root of the file instead, so that is tried next.
 */
function partOf(resource: Part, fragment: string, url: string, { byAnchor }: Resources) {
  if (fragment === "") return resource;
  if (fragment.startsWith("/")) {
    return below(resource, fragment) ?? below(wholeFile(resource.file), fragment);
  }
  const anchors = [url, resource.base, resource.file.url].map((base) => `${base}#${fragment}`);
  return anchors.map((anchor) => byAnchor.get(anchor)).find((part) => part !== undefined) ?? null;
}

function below(part: Part, fragment: string): Part | null {
  if (!isObject(part.value) && !Array.isArray(part.value)) return null;
  const value = valueAt(part.value, keysOf(fragment));
  return value === undefined ? null : { ...part, pointer: `${part.pointer}${fragment}`, value };
}
