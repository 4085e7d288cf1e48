import type { Deprecation, ItemStream, Operation } from "../../model/api.js";
import type { Argument, Arguments } from "../call/arguments.js";
import { type Call, callFrom, hasOwnItem, replacementFor } from "../call/call.js";
import type { Result } from "../call/payload.js";
import { type CallPolicies, callPolicies, ownPolicyViews } from "./call-policies.js";
import { calleeOf, type DocsContext, type Placed } from "./docs-context.js";
import { errorRows, spellStatus } from "./errors-view.js";
import { type FieldRow, fieldsView, note, rowsFor, tableOf } from "./fields-view.js";
import { guidePage, linkFrom, linkWithin } from "./pages.js";
import { pagingParameters } from "./paging.js";
import type {
  DeprecationView,
  FieldsView,
  LinkView,
  NoteView,
  TermView,
  TypeView,
} from "./part-views.js";
import { standaloneView, usageViews } from "./snippets.js";
import { codeType, typeView } from "./type-view.js";
import type { OperationView, PayloadView } from "./views.js";

/**
 * The section of a resource's page for one operation.
 *
 * @param common the policies that the page states for all its operations.
 */
export function operationView(
  placed: Placed,
  common: CallPolicies,
  page: string,
  reference: DocsContext,
): OperationView {
  const { operation } = placed;
  const own = reference.names.operation(operation);
  const call = callFrom(operation, reference.api);
  return {
    name: own.method,
    route: `${operation.method.toUpperCase()} ${operation.path}`,
    description: operation.description ?? operation.summary,
    deprecation: deprecationView(operation.deprecated, replacementLink(operation, page, reference)),
    terms: [
      ...ownPolicyViews(callPolicies(call, reference), common),
      ...pagingTerms(operation, page, reference),
    ],
    usages: usageViews(placed, reference),
    standalone: standaloneView(placed, reference),
    parameters: parametersView(call, page, reference),
    responses: [...call.results, ...streamedResults(call)].map((result) =>
      payloadView(result, own.item, page, reference),
    ),
    exportedAs: call.hasOwnResult ? own.response : null,
    errors: errorRows(call, page, reference),
    union: own.error,
  };
}

/** How to request the next page, if the operation is paged. */
function pagingTerms(operation: Operation, page: string, { paging }: DocsContext): TermView[] {
  const paged = paging.get(operation)?.paging;
  if (paged === undefined) return [];
  const parameters = pagingParameters(paged).map((name) => `\`${name}\``);
  const href = linkFrom(page, guidePage("pagination"));
  return [{ label: "Pagination", href, spelled: `by ${parameters.join(" and ")}` }];
}

export function deprecationView(
  deprecated: Deprecation | null,
  replacement: LinkView | null = null,
): DeprecationView | null {
  return deprecated && { reason: deprecated.reason, replacement };
}

export function replacementLink(
  operation: Operation,
  page: string,
  reference: DocsContext,
): LinkView | null {
  const placed = replacementFor(operation, reference.api);
  return (
    placed && {
      label: calleeOf(placed, reference),
      href: linkWithin(page, reference.pages.operation(placed.operation)),
    }
  );
}

/** The parameters of a call: the fields of its request, then its options. */
function parametersView(call: Call, page: string, reference: DocsContext): FieldsView {
  const given = call.arguments;
  const rows = given.fields.flatMap((argument) => {
    const type = argumentType(argument, given, page, reference);
    const own = argumentRows(argument, page, reference);
    return type === null ? own : own.slice(0, 1).map((row) => ({ ...row, type }));
  });
  const href = `${linkFrom(page, guidePage("options"))}#call-options`;
  const options: FieldRow = {
    name: "options",
    isDeprecated: false,
    type: [{ spelled: "RequestOptions", href, isAlternative: false }],
    required: false,
    notes: [note("For this call alone.")],
    example: null,
  };
  return tableOf("Parameter", [...rows, options]);
}

/** The type of an argument that its schema doesn't determine: text, bytes, or a file. */
function argumentType(
  { name, payload }: Argument,
  { files }: Arguments,
  page: string,
  reference: DocsContext,
): TypeView | null {
  switch (payload.kind) {
    case "text":
      return codeType("string");
    case "bytes":
      return codeType("BinaryInput");
    case "stream":
      return [
        ...codeType("ItemsInput<"),
        ...typeView(payload.stream.item, page, reference),
        ...codeType(">"),
      ];
    case "value":
      return payload.isMultipart && files.includes(name)
        ? typeView(payload.schema, page, reference, "multipart")
        : null;
    case "nothing":
      return null;
  }
}

function argumentRows(argument: Argument, page: string, reference: DocsContext): FieldRow[] {
  const rows = rowsFor([{ ...argument, name: argument.key }], page, reference);
  const { in: place, name, global } = argument;
  if (place === "body" || global === null) return rows;
  const { option } = reference.names.global({ in: place, name });
  const fallback: NoteView = { label: "Default: the client's", prose: null, values: [option] };
  return rows.map((row, index) =>
    index === 0 ? { ...row, notes: [...row.notes, fallback] } : row,
  );
}

/** The streams that a field of the request chooses. */
function streamedResults({ streaming }: Call): readonly Result[] {
  return streaming?.results.filter(({ payload }) => payload.kind === "stream") ?? [];
}

/** @param item the name of the type of a stream's items, if they have no other. */
function payloadView(
  result: Result,
  item: string,
  page: string,
  reference: DocsContext,
): PayloadView {
  const { status, description, payload } = result;
  const common = { status: spellStatus(status), description, items: null, fields: null };
  switch (payload.kind) {
    case "nothing":
      return { ...common, type: codeType("void") };
    case "bytes":
      return { ...common, type: codeType("Blob") };
    case "stream":
      return { ...common, ...streamView(payload.stream, item, page, reference) };
    case "text": {
      const items = payload.items && {
        isStream: false,
        isOpen: false,
        type: typeView(payload.items, page, reference),
      };
      return { ...common, type: codeType("string"), items };
    }
    case "value": {
      const { schema } = payload;
      if (schema.kind !== "object" || schema.fields.length === 0) {
        return { ...common, type: typeView(schema, page, reference) };
      }
      return {
        ...common,
        type: codeType(schema.nullable ? "object | null" : "object"),
        fields: fieldsView("Field", schema.fields, page, reference),
      };
    }
  }
}

/** A stream and its items: their type, or their fields if they are objects without a name. */
function streamView(
  stream: ItemStream,
  own: string,
  page: string,
  reference: DocsContext,
): Pick<PayloadView, "type" | "items" | "fields"> {
  const { item, isOpen } = stream;
  const type = typeView(item, page, reference);
  const name = hasOwnItem(stream) ? codeType(own) : type;
  const whole = hasOwnItem(stream)
    ? codeType(`EventStream<${own}>`)
    : [...codeType("EventStream<"), ...type, ...codeType(">")];
  const hasFields = item.kind === "object" && item.fields.length > 0;
  return {
    type: whole,
    items: { isStream: true, isOpen, type: hasFields || !hasOwnItem(stream) ? name : type },
    fields: hasFields ? fieldsView("Field", item.fields, page, reference) : null,
  };
}
