import { isObject, keysOf, valueAt } from "../document/document.js";
import { decoded } from "../document/references.js";
import { inward, isInward } from "../input/allowed-refs.js";
import { type Load, type Origin, type Part, wholeOf } from "./file.js";
import type { Link } from "./links.js";
import { type Resources, register } from "./resources.js";

/** The target of a reference, or why it has none. */
export type Resolved =
  | { readonly ok: true; readonly part: Part }
  | { readonly ok: false; readonly message: string };

/** Resolves a reference and loads its file if necessary. */
export async function resolve(
  { ref, base, origin }: Pick<Link, "ref" | "base" | "origin">,
  resources: Resources,
  load: Load,
): Promise<Resolved> {
  const [path = "", hash = ""] = ref.split("#", 2);
  if (!URL.canParse(path, base)) return { ok: false, message: "this is no URL: correct it" };
  const url = path === "" ? base : new URL(path, base).href;
  if (isInward(origin.url, url)) return { ok: false, message: inward };
  const resource = await resourceAt(url, origin, resources, load);
  if (!resource.ok) return resource;
  const part = partOf(resource.part, decoded(hash), url, resources);
  if (part !== null) return { ok: true, part };
  const { file } = resource.part.file.source;
  return { ok: false, message: `${file} has no such part; add it or correct the reference` };
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
  if (!resources.byURL.has(loaded.file.url)) register(loaded.file, resources);
  const part = wholeOf(loaded.file);
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
    return below(resource, fragment) ?? below(wholeOf(resource.file), fragment);
  }
  const anchors = [url, resource.base, resource.file.url].map((base) => `${base}#${fragment}`);
  return anchors.map((anchor) => byAnchor.get(anchor)).find((part) => part !== undefined) ?? null;
}

function below(part: Part, fragment: string): Part | null {
  if (!isObject(part.value) && !Array.isArray(part.value)) return null;
  const value = valueAt(part.value, keysOf(fragment));
  return value === undefined ? null : { ...part, pointer: `${part.pointer}${fragment}`, value };
}
