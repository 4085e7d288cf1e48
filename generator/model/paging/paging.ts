import { warningAt } from "../../problem.js";
import type { Place } from "../../read/document/document.js";
import type { NamedSchema, Operation, Paging } from "../api.js";
import type { ModelContext } from "../node.js";
import type { PlacedOperation } from "../operations.js";
import { azurePaging } from "./azure.js";
import type { DeclaredPaging } from "./declaration.js";
import { fernPaging } from "./fern.js";
import { inferredPaging } from "./infer.js";
import { pagingFrom } from "./match.js";
import { redoclyPaging } from "./redocly.js";
import { type SchemaLookup, schemaLookup } from "./result-schema.js";
import { scalarPaging } from "./scalar.js";
import { declarationFrom, type PagingSettings } from "./settings.js";
import { speakeasyPaging } from "./speakeasy.js";
import { stainlessPaging } from "./stainless.js";

/** The extensions that declare paging; the first one on an operation applies. */
const extensions: readonly ((
  operation: Place,
  root: Place,
  context: ModelContext,
) => DeclaredPaging)[] = [
  speakeasyPaging,
  fernPaging,
  stainlessPaging,
  scalarPaging,
  redoclyPaging,
  azurePaging,
];

/** The inputs for finding the paging of operations. */
interface PagingInputs {
  readonly context: ModelContext;
  readonly root: Place;
  readonly lookup: SchemaLookup;
  readonly settings: PagingSettings;
}

/**
 * The operations with their paging: from a setting, an extension, the convention of the settings, a
 * documented `Link` header, or names and types, in this order.
 */
export function withPaging(
  placed: readonly PlacedOperation[],
  context: ModelContext,
  root: Place,
  schemas: readonly NamedSchema[],
  settings: PagingSettings,
): PlacedOperation[] {
  const sources: PagingInputs = { context, root, lookup: schemaLookup(schemas), settings };
  const ids = new Set(placed.map(({ operation }) => operation.id));
  for (const id of Object.keys(settings.operations)) {
    if (ids.has(id)) continue;
    const message = `the setting \`pagination\` names "${id}", but no operation has this operationId.`;
    context.report(warningAt("", message, "pagination"));
  }
  const paged = placed.map(({ place, operation }) => ({
    place,
    operation: { ...operation, paging: pagingOf(operation, place, sources) },
  }));
  const usesConvention = paged.some(
    ({ operation }) => operation.paging?.source.kind === "convention",
  );
  if (settings.convention !== null && !usesConvention) {
    const message = "the convention in the setting `pagination` fits no operation.";
    context.report(warningAt("", message, "pagination"));
  }
  return paged;
}

function pagingOf(operation: Operation, place: Place, sources: PagingInputs): Paging | null {
  const declared = declaredBy(operation, place, sources);
  if (declared === null) return undeclaredPaging(operation, sources);
  if (declared.kind === "none") return null;
  const { context, lookup } = sources;
  const paging =
    declared.kind === "unclear" ? declared.reason : pagingFrom(declared, operation, lookup);
  if (typeof paging !== "string") return paging;
  const name = declared.kind === "unclear" ? "this" : declared.source.name;
  const message = `${name} doesn't describe how ${operation.id} is paged: ${paging}. The operation isn't paged.`;
  context.report(warningAt(declared.pointer, message, "pagination"));
  return null;
}

/** What a setting or an extension declares for an operation. */
function declaredBy(
  operation: Operation,
  place: Place,
  { context, root, settings }: PagingInputs,
): DeclaredPaging {
  const { id, pointer } = operation;
  const rule = Object.hasOwn(settings.operations, id) ? settings.operations[id] : undefined;
  if (rule === false) return { kind: "none" };
  if (rule)
    return declarationFrom(rule, { kind: "setting", name: "the setting `pagination`" }, pointer);
  for (const read of extensions) {
    const declared = read(place, root, context);
    if (declared !== null) return declared;
  }
  return null;
}

function undeclaredPaging(operation: Operation, { lookup, settings }: PagingInputs): Paging | null {
  const { method, pointer } = operation;
  const source = { kind: "convention", name: "convention" } as const;
  const convention = settings.convention && declarationFrom(settings.convention, source, pointer);
  const candidates = [
    method === "get" || convention?.input?.in === "body" ? convention : null,
    hasLinkHeader(operation)
      ? ({ source: { kind: "header", name: "Link" }, pointer, kind: "link" } as const)
      : null,
    settings.inferred ? inferredPaging(operation, lookup) : null,
  ];
  for (const candidate of candidates) {
    const paging = candidate && pagingFrom(candidate, operation, lookup);
    if (paging !== null && typeof paging !== "string") return paging;
  }
  return null;
}

/** Whether the document has a `Link` header (RFC 8288) on a list. */
function hasLinkHeader({ method, success }: Operation): boolean {
  const headers = success.flatMap((response) => response.headers);
  return method === "get" && headers.some(({ name }) => name.toLowerCase() === "link");
}
