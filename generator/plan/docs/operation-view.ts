import type { Deprecation, Operation, Response } from "../../model/api.js";
import { type Argument, argumentsOf } from "../call/arguments.js";
import { argumentType, hasOwnPayload, resultType } from "../call/payload-types.js";
import { fieldsMarked, withoutFields } from "../call/read-write.js";
import { replacementFor } from "../call/replacement.js";
import { successesOf } from "../call/successes.js";
import { type CallPolicies, callPolicies } from "./call-policies.js";
import { calleeOf, type DocsContext, type Placed } from "./docs-context.js";
import { errorRows, spellStatus } from "./errors-view.js";
import { type FieldRow, fieldsView, note, rowsFor, tableOf } from "./fields-view.js";
import { guidePage, linkFrom, linkWithin } from "./pages.js";
import { pagingParameters } from "./paging.js";
import type { DeprecationView, FieldsView, LinkView, NoteView, TermView } from "./part-views.js";
import { ownPolicyViews } from "./shared-policies.js";
import { standaloneView, usageViews } from "./snippets.js";
import { codeType, typeView } from "./type-view.js";
import type { OperationView, PayloadView } from "./views.js";

/**
 * The section of a resource's page that is about one operation.
 *
 * @param common what the page says of its operations together.
 */
export function operationView(
  placed: Placed,
  common: CallPolicies,
  page: string,
  reference: DocsContext,
): OperationView {
  const { operation } = placed;
  const own = reference.names.operation(operation);
  return {
    name: own.method,
    route: `${operation.method.toUpperCase()} ${operation.path}`,
    description: operation.description ?? operation.summary,
    deprecation: deprecationView(operation.deprecated, replacementLink(operation, page, reference)),
    terms: [
      ...ownPolicyViews(callPolicies(operation, reference), common),
      ...pagingTerms(operation, page, reference),
    ],
    usages: usageViews(placed, reference),
    standalone: standaloneView(placed, reference),
    parameters: parametersView(operation, page, reference),
    responses: successesOf(operation).map((response) => payloadView(response, page, reference)),
    exportedAs: hasOwnPayload(operation) ? own.response : null,
    errors: errorRows(operation, page, reference),
    union: own.error,
  };
}

/** How the next page is asked for, where there is one. */
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

/** What a call is given: the fields of its argument, then its options. */
function parametersView(operation: Operation, page: string, reference: DocsContext): FieldsView {
  const given = argumentsOf(operation, reference.api);
  const rows = given.fields.flatMap((argument) => {
    const type = argumentType(argument, operation, given, reference.find);
    const own = argumentRows(argument, page, reference);
    return type === null ? own : own.slice(0, 1).map((row) => ({ ...row, type: codeType(type) }));
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

function payloadView(
  { status, description, content }: Response,
  page: string,
  reference: DocsContext,
): PayloadView {
  const common = { status: spellStatus(status), description, items: null };
  if (content === null) {
    return { ...common, type: codeType("void"), fields: null };
  }
  const other = resultType(content);
  if (other !== null) {
    const { format, schema } = content;
    const isSequence = format === "text" && schema.kind === "array";
    const items = isSequence ? { type: typeView(schema.items, page, reference) } : null;
    return { ...common, type: codeType(other), items, fields: null };
  }
  const writeOnly = fieldsMarked("writeOnly", content.schema, reference.find);
  const schema = withoutFields(content.schema, writeOnly);
  const isInline = schema.kind === "object" && schema.fields.length > 0;
  return isInline
    ? {
        ...common,
        type: codeType(schema.nullable ? "object | null" : "object"),
        fields: fieldsView("Field", schema.fields, page, reference),
      }
    : { ...common, type: typeView(schema, page, reference), fields: null };
}
