import { warningAt } from "../../problem.js";
import type { Place } from "../../read/document/document.js";
import type { Operation } from "../api/operation.js";
import type { Paging } from "../api/paging.js";
import { reportUnknownIds } from "../model-settings.js";
import type { ModelContext } from "../node.js";
import type { PlacedOperation } from "../operations.js";
import { azurePaging } from "./azure.js";
import type { DeclaredPaging, PagingDeclaration } from "./declaration.js";
import { fernPaging } from "./fern.js";
import { inferredPaging } from "./infer.js";
import { pagingFrom, takesInput } from "./match.js";
import { redoclyPaging } from "./redocly.js";
import type { SchemaLookup } from "./result-schema.js";
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
  lookup: SchemaLookup,
  settings: PagingSettings,
): PlacedOperation[] {
  const sources: PagingInputs = { context, root, lookup, settings };
  reportUnknownIds("pagination", settings.operations, placed, context);
  const paged = placed.map(({ place, operation }) => ({
    place,
    operation: { ...operation, paging: pagingOf(operation, place, sources) },
  }));
  const fault = conventionFault(
    paged.map(({ operation }) => operation),
    sources,
  );
  if (fault !== null) {
    const message = `the convention in the setting \`pagination\` ${fault}.`;
    context.report(warningAt("", message, "pagination"));
  }
  return paged;
}

/** Which lists the convention is meant for and doesn't fit, with their number; `null` if none. */
function conventionFault(
  operations: readonly Operation[],
  { settings, lookup }: PagingInputs,
): string | null {
  if (settings.convention === null) return null;
  const uses = operations.filter(({ paging }) => paging?.source.kind === "convention");
  if (uses.length === 0) return "fits no operation";
  const skipped = operations.flatMap((operation) => {
    const convention = conventionFor(operation, settings);
    if (operation.paging !== null || Object.hasOwn(settings.operations, operation.id)) return [];
    if (convention === null || !takesInput(convention, operation, lookup)) return [];
    const reason = pagingFrom(convention, operation, lookup);
    return typeof reason === "string" ? [`${operation.id} (${reason})`] : [];
  });
  if (skipped.length === 0) return null;
  const named = skipped.slice(0, mostNamed).join("; ");
  const rest = skipped.length > mostNamed ? `; and ${skipped.length - mostNamed} more` : "";
  const count = skipped.length === 1 ? "1 operation" : `${skipped.length} operations`;
  return `doesn't fit ${count} with its parameter: ${named}${rest}. Describe them in \`pagination.operations\`, or write false there`;
}

const mostNamed = 5;

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

/** The convention for an operation that may be a list. */
function conventionFor(
  { method, pointer }: Operation,
  settings: PagingSettings,
): PagingDeclaration | null {
  if (settings.convention === null) return null;
  const source = { kind: "convention", name: "convention" } as const;
  const convention = declarationFrom(settings.convention, source, pointer);
  return method === "get" || convention.input?.in === "body" ? convention : null;
}

function undeclaredPaging(operation: Operation, sources: PagingInputs): Paging | null {
  const { lookup, settings } = sources;
  const { pointer } = operation;
  const candidates = [
    conventionFor(operation, settings),
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
