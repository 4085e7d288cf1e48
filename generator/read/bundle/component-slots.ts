import { posix } from "node:path";
import { keysOf, pointerTo } from "../../pointer.js";
import { decoded } from "../../text.js";
import { type NextNumbers, uniqueName } from "../../unique-name.js";
import { isObject, type JsonObject, valueAt } from "../document/document.js";
import { httpMethods, type NodeKind } from "../document/openapi-structure.js";
import type { Discovery, ResolvedLink } from "./discover.js";
import { type File, keyOf, type Part } from "./file.js";

/** The place of another file's part in the bundled document. */
export interface ComponentSlot {
  readonly pointer: string;
  readonly part: Part;
  readonly kind: NodeKind;
}

/** Finds the slot of a part; `null` for a part that is inlined. */
export type SlotOf = (part: Part, kind: NodeKind) => ComponentSlot | null;

type Sections = Readonly<Partial<Record<NodeKind, string>>>;

/** Where named parts live, by major version. */
const sections: Readonly<Record<"2" | "3", Sections>> = {
  "2": { schema: "/definitions", parameter: "/parameters", response: "/responses" },
  "3": {
    schema: "/components/schemas",
    parameter: "/components/parameters",
    header: "/components/headers",
    response: "/components/responses",
    requestBody: "/components/requestBodies",
    callback: "/components/callbacks",
    link: "/components/links",
  },
};

/** Gives a component slot to each part of another file that can be a component. */
export function componentSlots(entry: File, discovery: Discovery): ComponentSlot[] {
  const places = sections[isObject(entry.root) && "swagger" in entry.root ? "2" : "3"];
  const slots = new Map<string, ComponentSlot>();
  const taken: Taken = { pointers: new Set(), next: new Map() };
  for (const section of Object.values(places)) {
    for (const name of namesIn(entry, section))
      taken.pointers.add(pointerTo(section, name).toLowerCase());
  }
  for (const resolved of componentReferences(entry, discovery.links, places)) {
    const { part, kind } = endOf(resolved, discovery);
    const pointer = resolved.link.pointer();
    add(slots, { part, kind, pointer }, entry);
  }
  for (const resolved of discovery.links) {
    const { part, kind } = endOf(resolved, discovery);
    const section = places[kind];
    if (section === undefined || part.file === entry || slots.has(slotKey(part, kind))) continue;
    add(slots, { part, kind, pointer: freePointer(section, part, taken, entry) }, entry);
  }
  return [...slots.values()];
}

export function slotOf(slots: readonly ComponentSlot[], entry: File): SlotOf {
  const known = new Map(slots.map((slot) => [slotKey(slot.part, slot.kind), slot]));
  return (part, kind) => {
    if (part.file === entry) return { part, kind, pointer: part.pointer };
    return known.get(slotKey(part, kind)) ?? null;
  };
}

/** Follows a chain of references without siblings to its end. Stops at a loop. */
export function endOf(
  { part, link }: Pick<ResolvedLink, "part"> & { readonly link: { readonly kind: NodeKind } },
  { partAt }: Pick<Discovery, "partAt">,
): { readonly part: Part; readonly kind: NodeKind } {
  const seen = new Set<string>();
  let end = part;
  while (isOnlyReference(end.value) && !seen.has(keyOf(end))) {
    seen.add(keyOf(end));
    const next = partAt(end.value, "$ref");
    if (next === null) break;
    end = next;
  }
  return { part: end, kind: link.kind };
}

function isOnlyReference(value: unknown): value is JsonObject {
  return isObject(value) && typeof value["$ref"] === "string" && Object.keys(value).length === 1;
}

/** A component that is only a reference to another file becomes the slot of its target. */
function componentReferences(
  entry: File,
  links: readonly ResolvedLink[],
  places: Sections,
): ResolvedLink[] {
  return links.filter(({ link, part }) => {
    if (link.from.file !== entry || part.file === entry || link.key !== "$ref") return false;
    const pointer = link.pointer();
    const section = places[link.kind];
    return isOnlyReference(link.node) && pointer.slice(0, pointer.lastIndexOf("/")) === section;
  });
}

function add(slots: Map<string, ComponentSlot>, slot: ComponentSlot, entry: File): void {
  const key = slotKey(slot.part, slot.kind);
  if (slot.part.file !== entry && !slots.has(key)) slots.set(key, slot);
}

function slotKey(part: Part, kind: NodeKind): string {
  return `${kind} ${keyOf(part)}`;
}

function namesIn({ root }: File, section: string): string[] {
  const map = valueAt(root, keysOf(section));
  return isObject(map) ? Object.keys(map) : [];
}

/** The pointers in use, in lower case. */
interface Taken {
  readonly pointers: Set<string>;
  readonly next: NextNumbers;
}

/** Names that differ only by case are avoided: people and file systems confuse them. */
function freePointer(section: string, part: Part, { pointers, next }: Taken, entry: File): string {
  const isFree = (pointer: string) => !pointers.has(pointer.toLowerCase());
  const candidates = namesOf(part, entry).map((name) => pointerTo(section, name));
  const pointer = candidates.find(isFree) ?? uniqueName(candidates[0] ?? "", isFree, next, "_");
  pointers.add(pointer.toLowerCase());
  return pointer;
}

/** Keys that describe a location rather than a name. */
const locationKeys: ReadonlySet<string> = new Set(
  (
    "components schemas definitions $defs responses parameters headers requestBodies callbacks links " +
    "paths properties items schema content allOf anyOf oneOf not additionalProperties requestBody " +
    httpMethods.join(" ")
  ).split(" "),
);

/**
 * Candidate names for a part of another file, best first: its own key or its file's name, then
 * prefixed with the names around it. No candidate depends on where the document is stored.
 */
function namesOf({ file, pointer }: Part, entry: File): string[] {
  const keys = keysOf(pointer).filter((key) => !locationKeys.has(key) && !/^\d$/.test(key));
  const words = [...fileWords(file, entry), ...keys]
    .map(componentKey)
    .filter((word) => word !== "");
  if (words.length === 0) return ["part"];
  return words.slice(-4).map((_, index) => words.slice(-index - 1).join("_"));
}

/** The words of a file's folder and name. An `index` file is named after its folder. */
function fileWords({ url }: File, entry: File): string[] {
  const path = pathTo(new URL(url), new URL(entry.url));
  const stem = posix.basename(path, posix.extname(path));
  const folder = posix.basename(posix.dirname(path));
  if (/^\.{0,2}$/.test(folder)) return [stem];
  return /^_?index$/.test(stem) ? [folder] : [folder, stem];
}

/** The path of a file relative to the document's folder if both are on one host. */
function pathTo(file: URL, entry: URL): string {
  const isSameHost = file.protocol === entry.protocol && file.host === entry.host;
  return isSameHost ? posix.relative(posix.dirname(entry.pathname), file.pathname) : file.pathname;
}

/** Keeps the characters that a key of `components` may have (OpenAPI 3, Components Object). */
function componentKey(word: string): string {
  const plain = decoded(word);
  return plain.replace(/[^A-Za-z0-9.-]+/g, "_").replace(/^_+|_+$/g, "");
}
