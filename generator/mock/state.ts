import { isRecord } from "../record.js";
import { decoded, withoutTrailingSlashes } from "../text.js";

type Item = Readonly<Record<string, unknown>>;

/** What was created, by collection: `POST /pets` adds to `/pets`, whose items are `/pets/{id}`. */
export interface State {
  /** Whether nothing more can be kept. */
  isFull(): boolean;
  /** Whether the item of a path was deleted. */
  isDeleted(request: StateRequest): boolean;
  /**
   * Applies a request that is as documented.
   *
   * @param sample the documented answer.
   * @returns the value to answer.
   */
  apply(request: StateRequest, sample: unknown): unknown;
}

export interface StateRequest {
  readonly method: string;
  readonly path: string;
  readonly body: unknown;
  /** The size of the body, in bytes. */
  readonly size: number;
}

/** What requests and the samples of what they create may add, in bytes, and what each of them counts at least. */
const mostBytes = 64 * 2 ** 20;
const leastBytes = 1_000;

/** What a value takes in memory besides its text, in bytes. */
const valueBytes = 64;

export function newState(): State {
  const collections = new Map<string, Map<string, Item>>();
  const deleted = new Set<string>();
  let count = 0;
  let bytes = 0;

  function create(path: string, body: unknown, sample: unknown): unknown {
    if (!isRecord(sample)) return sample;
    bytes += JSON.stringify(sample).length + valueBytes * valuesIn(sample);
    count += 1;
    const idField = idFieldOf(sample);
    const given = isRecord(body) ? body : {};
    const id = String(given[idField] ?? idAfter(sample[idField], count));
    const item = {
      ...sample,
      ...given,
      [idField]: typeof sample[idField] === "number" ? Number(id) : id,
    };
    const items = collections.get(path) ?? new Map<string, Item>();
    collections.set(path, items.set(id, item));
    return item;
  }

  return {
    isDeleted: ({ method, path }) => method !== "POST" && deleted.has(withoutTrailingSlashes(path)),
    isFull: () => bytes >= mostBytes,
    apply({ method, path, body, size }, sample) {
      if (method !== "GET") bytes += leastBytes + path.length + size + valueBytes * valuesIn(body);
      const normalizedPath = withoutTrailingSlashes(path);
      const [, collection = "", last = ""] = /^(.*)\/([^/]*)$/.exec(normalizedPath) ?? [];
      const id = decoded(last);
      const own = collections.get(collection);
      const item = own?.get(id);
      switch (method) {
        case "POST":
          return create(normalizedPath, body, sample);
        case "GET":
          return item ?? listed(collections.get(normalizedPath), sample);
        case "PUT":
        case "PATCH": {
          if (item === undefined || !isRecord(body)) return sample;
          const changed = { ...item, ...body };
          own?.set(id, changed);
          return changed;
        }
        case "DELETE": {
          deleted.add(normalizedPath);
          own?.delete(id);
          if (!isRecord(sample)) return sample;
          const idField = idFieldOf(sample);
          return typeof sample[idField] === "string" ? { ...sample, [idField]: id } : sample;
        }
        default:
          return sample;
      }
    },
  };
}

/** How many values a value has, at any depth: small objects take more memory than their text. */
function valuesIn(root: unknown): number {
  // The list grows in the loop: a recursive function would overflow on a deep value.
  const values = [root];
  for (const value of values) {
    if (typeof value !== "object" || value === null) continue;
    for (const inner of Object.values(value)) values.push(inner);
  }
  return values.length;
}

/** `id`, else the first field that ends with it. */
function idFieldOf(sample: Item): string {
  if (Object.hasOwn(sample, "id")) return "id";
  return Object.keys(sample).find((name) => /(_id|Id|ID|uuid)$/.test(name)) ?? "id";
}

function idAfter(sample: unknown, count: number): unknown {
  return typeof sample === "number" ? sample + count : `${String(sample ?? "item")}_${count}`;
}

/**
 * The documented list with the created items in place of its own; unchanged if nothing was created
 * or it isn't a list.
 */
function listed(items: ReadonlyMap<string, Item> | undefined, sample: unknown): unknown {
  if (items === undefined) return sample;
  const all = [...items.values()];
  if (Array.isArray(sample)) return all;
  if (!isRecord(sample)) return sample;
  const field = Object.keys(sample).find((name) => Array.isArray(sample[name]));
  if (field === undefined) return sample;
  const counts = Object.keys(sample).filter((name) => /^(total|count|total_?count)$/i.test(name));
  return {
    ...sample,
    [field]: all,
    ...Object.fromEntries(counts.map((name) => [name, all.length])),
  };
}
