import { pointerTo } from "../../pointer.js";
import { isObject, type Json } from "../document/document.js";
import type { NodeKind } from "../document/openapi-structure.js";
import { type Container, isContainer, pointerOf, type Visit, walk } from "../document/walk.js";
import { isRemoteToLocal } from "../input/allowed-refs.js";
import { type File, type Part, wholeFile } from "./file.js";

/** The parts of files that are identified by `$id`, `$anchor` or `$self`. */
export interface Resources {
  /** By URL, without fragment. */
  readonly byURL: Map<string, Part>;
  /** By URL with fragment. */
  readonly byAnchor: Map<string, Part>;
  /** The base URL of references inside each object that has an `$id`. */
  readonly bases: Map<Container, string>;
  /**
   * Whether `$id` sets the base URL of references, which it doesn't in Swagger 2.0 and OpenAPI 3.0.
   */
  readonly hasIds: boolean;
  /** How often each `$dynamicAnchor` occurs. */
  readonly dynamicAnchors: Map<string, number>;
}

/** The names of identifiers, whose dollar sign may be escaped. */
const names = /(\$|\\u0024|\\x24)(id|anchor|dynamicAnchor|self)\b/;

/**
 * Adds a file's identifiers. The text search avoids a walk through the many files that have none.
 */
export function addIdentifiers(file: File, resources: Resources): void {
  const { byURL, byAnchor, bases, hasIds, dynamicAnchors } = resources;
  byURL.set(file.url, wholeFile(file));
  const { root } = file;
  const texts = [file.source, ...(file.overlays ?? [])];
  if (!isContainer(root) || !texts.some(({ text }) => names.test(text))) return;
  const self = isObject(root) ? textOf(root["$self"]) : null;
  const selfURL = self && resolvedId(self, file.url, file, () => "/$self");
  if (selfURL !== null) byURL.set(selfURL, wholeFile(file));
  for (const visit of walk(root, "outside-in", { kind: kindOf(root), entered: new Map() })) {
    const { node } = visit;
    if (visit.kind !== "schema" || !isObject(node)) continue;
    const outer = baseOf(visit, bases, file.url);
    const id = hasIds ? textOf(node["$id"]) : null;
    const idAt = () => pointerTo(pointerOf(visit), "$id");
    const base = (id && resolvedId(id, outer, file, idAt)) ?? outer;
    const part = { file, pointer: pointerOf(visit), value: node, base };
    if (base !== outer) {
      bases.set(node, base);
      if (!byURL.has(base)) byURL.set(base, part);
    }
    const dynamic = textOf(node["$dynamicAnchor"]);
    if (dynamic !== null) dynamicAnchors.set(dynamic, (dynamicAnchors.get(dynamic) ?? 0) + 1);
    for (const key of ["$anchor", "$dynamicAnchor"]) {
      const anchor = textOf(node[key]);
      if (anchor !== null && !byAnchor.has(`${base}#${anchor}`)) {
        byAnchor.set(`${base}#${anchor}`, part);
      }
    }
  }
}

/** The base URL of references in a visited part: the nearest `$id` around it, or `outermost`. */
export function baseOf(
  visit: Visit,
  bases: ReadonlyMap<Container, string>,
  outermost: string,
): string {
  if (bases.size === 0) return outermost;
  for (let current: Visit | null = visit; current !== null; current = current.parent) {
    const base = bases.get(current.node);
    if (base !== undefined) return base;
  }
  return outermost;
}

/** A file that isn't an OpenAPI document is read as a schema or a map of schemas. */
function kindOf(root: Container): NodeKind {
  return isObject(root) && ("openapi" in root || "swagger" in root || "components" in root)
    ? "document"
    : "schema";
}

/**
 * The URL that an identifier sets, without its fragment. An identifier in an overlay is relative to
 * the overlay. A document from the network can't identify a local file.
 */
function resolvedId(id: string, base: string, file: File, pointer: () => string): string | null {
  const origin = file.originAt(pointer).url;
  const start = origin === file.url ? base : origin;
  if (!URL.canParse(id, start)) return null;
  const url = new URL(id, start);
  url.hash = "";
  return isRemoteToLocal(origin, url.href) ? null : url.href;
}

function textOf(value: Json | undefined): string | null {
  return typeof value === "string" && value !== "" ? value : null;
}
