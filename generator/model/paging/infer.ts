import type { Operation } from "../api/operation.js";
import type { ResultPath } from "../api/paging.js";
import type { Parameter } from "../api/parameter.js";
import type { Field, Schema } from "../api/schema.js";
import { type DeclaredField, fieldAt, type PagingDeclaration } from "./declaration.js";
import { cursorNames, offsetNames, pageNumberNames } from "./positions.js";
import { isOfType, itemsOf, listsIn, resultSchemaOf, type SchemaLookup } from "./result-schema.js";

// Most documents don't declare paging. It is recognized by the names and types of parameters and
// fields, and only where they leave no doubt: a GET with exactly one list in its result.

const sizes = /^(limit|per[_-]?page|page[_-]?size|max[_-]?results|page\[size\]|take|size|count)$/i;
/** Cursors that are the id of an item. */
const afterIds = /^(starting[_-]?after|after)$/i;

const nextCursors =
  /^(next[_-]?cursor|next[_-]?page[_-]?token|next[_-]?token|next[_-]?page[_-]?cursor|continuation[_-]?token|end[_-]?cursor|next)$/i;
const moreFlags = /^(has[_-]?more|has[_-]?next|has[_-]?next[_-]?page|more)$/i;
const totals = /^(total|total[_-]?count|total[_-]?items|total[_-]?results|total[_-]?records)$/i;
const pageCounts = /^(total[_-]?pages|page[_-]?count|num[_-]?pages|last[_-]?page|pages)$/i;
const links = /^(next|next[_-]?(url|link|page[_-]?url|href)|@odata\.nextLink)$/i;
/** Fields of a result that only a page has. */
const pageFields = [nextCursors, moreFlags, totals, pageCounts, links];
/** Objects in a result that describe its page. */
const envelopes =
  /^(meta|metadata|pagination|paging|page[_-]?info|page|cursors?|links|_links|response_metadata)$/i;

/** A GET whose result has one list, with the fields that describe its page. */
interface Candidate {
  readonly operation: Operation;
  readonly items: ResultPath;
  readonly itemSchema: Schema;
  /** The fields of the result and of the objects in it that describe its page. */
  readonly fields: readonly { readonly path: ResultPath; readonly field: Field }[];
  readonly lookup: SchemaLookup;
}

/** Recognizes the paging of an operation by names and types. */
export function inferredPaging(
  operation: Operation,
  lookup: SchemaLookup,
): PagingDeclaration | null {
  const candidate = operation.method === "get" ? candidateFrom(operation, lookup) : null;
  if (candidate === null) return null;
  for (const rule of rules) {
    const found = rule(candidate);
    if (found !== null) return found;
  }
  return null;
}

function candidateFrom(operation: Operation, lookup: SchemaLookup): Candidate | null {
  const schema = resultSchemaOf(operation);
  const [items, ...others] = schema ? listsIn(schema, operation, lookup) : [];
  if (schema === null || items === undefined || others.length > 0) return null;
  const own = lookup.fields(schema);
  const list = own.find(({ name }) => name === items[0])?.schema ?? schema;
  const itemSchema = itemsOf(list, lookup);
  // A field of any type may be the list that is paged.
  const isUnclear = own.some((field) => lookup.follow(field.schema)?.kind === "unknown");
  if (itemSchema === null || isUnclear) return null;
  const fields = own.flatMap((field) => [
    { path: [field.name], field },
    ...(envelopes.test(field.name)
      ? lookup
          .fields(field.schema)
          .map((inner) => ({ path: [field.name, inner.name], field: inner }))
      : []),
  ]);
  // A result with an id is a record with a list in it, such as its tags, unless it describes a page.
  const isRecord = own.some(({ name }) => name === "id");
  const isPage = fields.some(({ field }) => pageFields.some((names) => names.test(field.name)));
  return isRecord && !isPage ? null : { operation, items, itemSchema, fields, lookup };
}

type Types = Parameters<typeof isOfType>[1];

function parameterIn({ operation, lookup }: Candidate, names: RegExp, types: Types) {
  return operation.parameters.find(
    (each) => each.in === "query" && names.test(each.name) && isOnly(each, types, lookup),
  );
}

function pathIn({ fields, lookup }: Candidate, names: RegExp, types: Types): ResultPath | null {
  return (
    fields.find(({ field }) => names.test(field.name) && isOnly(field, types, lookup))?.path ?? null
  );
}

/** Whether a schema has one of the types; `false` if it allows any value. */
function isOnly({ schema }: Pick<Field, "schema">, types: Types, lookup: SchemaLookup): boolean {
  return lookup.follow(schema)?.kind !== "unknown" && isOfType(schema, types, lookup);
}

function fieldFrom(parameter: Parameter | undefined): DeclaredField | null {
  return parameter ? fieldAt([parameter.name], "parameters") : null;
}

function declared(
  rule: string,
  candidate: Candidate,
  details: Pick<PagingDeclaration, "kind"> & Partial<PagingDeclaration>,
): PagingDeclaration {
  return {
    source: { kind: "inferred", name: rule },
    pointer: candidate.operation.pointer,
    items: candidate.items,
    size: fieldFrom(parameterIn(candidate, sizes, ["number"])),
    more: pathIn(candidate, moreFlags, ["boolean"]),
    ...details,
  };
}

/** The rules, the most certain first. */
const rules: readonly ((candidate: Candidate) => PagingDeclaration | null)[] = [
  (candidate) => {
    const cursor = parameterIn(candidate, cursorNames, ["string", "number"]);
    const next = pathIn(candidate, nextCursors, ["string", "number"]);
    if (!cursor || !next || isURL(candidate, next) || isCounted(candidate)) return null;
    // AIP-158: JSON of Protocol Buffers leaves out lists that are empty.
    const mayLackItems = /^next[_-]?page[_-]?token$/i.test(String(next.at(-1)));
    const input = fieldFrom(cursor);
    return declared("next cursor", candidate, { kind: "cursor", input, next, mayLackItems });
  },
  (candidate) => {
    const after = parameterIn(candidate, afterIds, ["string"]);
    const more = pathIn(candidate, moreFlags, ["boolean"]);
    const id = candidate.lookup.fields(candidate.itemSchema).find(({ name }) => name === "id");
    if (!after || !more || !id || isCounted(candidate)) return null;
    const next = [...candidate.items, -1, "id"] as const;
    return declared("id of the last item", candidate, {
      kind: "cursor",
      input: fieldFrom(after),
      next,
      more,
    });
  },
  (candidate) => {
    const offset = parameterIn(candidate, offsetNames, ["number"]);
    if (!offset || !parameterIn(candidate, sizes, ["number"])) return null;
    const isFlagged = candidate.items.length === 0 && hasPaginatedFlag(candidate.operation);
    return declared("limit and offset", candidate, {
      kind: "offset",
      input: fieldFrom(offset),
      total: isFlagged ? ["total_count"] : pathIn(candidate, totals, ["number"]),
      ...(isFlagged && { items: ["data"] }),
    });
  },
  (candidate) => {
    const page = parameterIn(candidate, pageNumberNames, ["number"]);
    const pages = pathIn(candidate, pageCounts, ["number"]);
    const more = pathIn(candidate, moreFlags, ["boolean"]) ?? pathIn(candidate, links, ["string"]);
    const isSized = parameterIn(candidate, sizes, ["number"]) !== undefined;
    const total = pathIn(candidate, totals, ["number"]);
    if (!page || !(isSized || pages || more || total)) return null;
    const rule = isSized ? "page and size" : "page number";
    return declared(rule, candidate, { kind: "page", input: fieldFrom(page), pages, more });
  },
  (candidate) => {
    const next = linkIn(candidate);
    return next && declared("next URL", candidate, { kind: "url", next });
  },
];

/**
 * Whether an operation also takes an offset or a page number; a cursor may then belong to another
 * list.
 */
function isCounted(candidate: Candidate): boolean {
  return [offsetNames, pageNumberNames].some((names) =>
    parameterIn(candidate, names, ["number", "string"]),
  );
}

/** A boolean parameter `paginated` selects an object with the list in `data`. */
function hasPaginatedFlag({ parameters }: Operation): boolean {
  return parameters.some(({ name, schema }) => name === "paginated" && schema.kind === "scalar");
}

/** Whether a value is a URL, by the format, the example or the description of its schema. */
function isURL({ fields, lookup }: Candidate, path: ResultPath): boolean {
  const field = fields.find((each) => each.path === path)?.field;
  const target = field && lookup.follow(field.schema);
  if (field === undefined || target?.kind !== "scalar") return false;
  const words = field.description ?? target.description ?? "";
  return (
    /^ur[il]/.test(target.format ?? "") ||
    /^(https?:|\/)/.test(String(field.example?.value ?? "")) ||
    /\b(ur[il]|link|href)\b/i.test(words)
  );
}

/** The URL of the next page: JSON:API, HAL, OData, or a field that a format declares as a URL. */
function linkIn(candidate: Candidate): ResultPath | null {
  const { fields, lookup } = candidate;
  for (const { path, field } of fields) {
    if (!links.test(field.name)) continue;
    const isLink = /^_?links$/.test(String(path[0])) || /url|link|href/i.test(field.name);
    if (isOnly(field, ["string"], lookup) && (isLink || isURL(candidate, path))) return path;
    const hasTarget = lookup.fields(field.schema).some(({ name }) => name === "href");
    if (path.length > 1 && isLink && hasTarget) return path;
  }
  return null;
}
