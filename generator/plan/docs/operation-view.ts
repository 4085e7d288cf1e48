import type { Deprecation, Operation } from "../../model/api.js";
import { type Call, callFrom, replacementFor } from "../call/call.js";
import type { Result } from "../call/payload.js";
import type { Walk } from "../call/walk.js";
import { type CallPolicies, callPolicies, ownPolicyViews } from "./call-policies.js";
import { calleeOf, type DocsContext, type Placed } from "./docs-context.js";
import { errorRows, spellStatus } from "./errors-view.js";
import { fieldsView } from "./fields-view.js";
import {
  bodyTypesView,
  choicesOf,
  headersView,
  isStructured,
  linksView,
} from "./media-types-view.js";
import { guidePage, linkFrom, linkWithin } from "./pages.js";
import { parametersView } from "./parameters-view.js";
import type { DeprecationView, LinkView, TermView } from "./part-views.js";
import { standaloneView, usageViews } from "./snippets.js";
import { codeType, typeView } from "./type-view.js";
import type { OperationView, PayloadView } from "./views.js";
import { sourceText, walkText, walkView } from "./walk-view.js";

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
      ...(call.walk === null ? [] : [pagingTerm(call.walk, page)]),
    ],
    usages: usageViews(placed, reference),
    walk: call.walk && walkView(placed, call.walk, reference),
    standalone: standaloneView(placed, reference),
    parameters: parametersView(call, page, reference),
    bodyTypes: bodyTypesView(call, page, reference),
    responses: payloadViews(call, page, reference),
    accepted: choicesOf(call.resultVariants.flatMap(({ contentTypes }) => contentTypes)),
    headers: headersView(call.results, page, reference),
    links: linksView(call.results, page, reference),
    exportedAs: call.hasOwnResult ? own.response : null,
    errors: errorRows(call, page, reference),
    errorHeaders: headersView(call.failures, page, reference),
    union: own.error,
  };
}

/** How the pages of a list follow each other, and from what that is known. */
function pagingTerm(walk: Walk, page: string): TermView {
  return {
    label: "Pagination",
    href: linkFrom(page, guidePage("pagination")),
    by: walkText(walk),
    spelled: sourceText(walk.paging.source),
  };
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

/** The payloads of each success, those in the default media type first. */
function payloadViews(call: Call, page: string, reference: DocsContext): PayloadView[] {
  const { results, resultVariants } = call;
  const [usual, ...others] = resultVariants;
  const typesOf = ({ content }: Result) =>
    usual && content && usual.contentTypes.includes(content.contentType)
      ? usual.contentTypes
      : content
        ? [content.contentType]
        : [];
  return [
    ...results.map((result) =>
      payloadView(result, typesOf(result), usual !== undefined, page, reference),
    ),
    ...others.flatMap((variant) =>
      variant.results
        .filter(({ content }) => content && variant.contentTypes.includes(content.contentType))
        .map((result) => payloadView(result, variant.contentTypes, true, page, reference)),
    ),
  ];
}

function payloadView(
  result: Result,
  contentTypes: readonly string[],
  isChosen: boolean,
  page: string,
  reference: DocsContext,
): PayloadView {
  const { status, description, payload, content } = result;
  const isPlain = content === null || (!isChosen && content.contentType === "application/json");
  const common = {
    status: spellStatus(status),
    contentTypes: isPlain ? [] : contentTypes,
    isUnparsed: payload.kind === "text" && content !== null && isStructured(content.contentType),
    description,
    items: null,
    fields: null,
  };
  switch (payload.kind) {
    case "nothing":
      return { ...common, type: codeType("void") };
    case "bytes":
      return { ...common, type: codeType("Blob") };
    case "text": {
      const items = payload.items && { type: typeView(payload.items, page, reference) };
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
