import type { Operation } from "../../model/api/operation.js";
import type { Content, ItemStream } from "../../model/api/payload.js";
import type { Deprecation, Schema } from "../../model/api/schema.js";
import { codeSpan } from "../../text.js";
import { type Call, callFrom, hasOwnStreamItem, replacementFor } from "../call/call.js";
import type { Result } from "../call/payload.js";
import type { Walk } from "../call/walk.js";
import { responseSample } from "../samples/response-sample.js";
import { type CallPolicies, callPolicies, ownPolicyViews, policyViews } from "./call-policies.js";
import { curlView } from "./curl/curl.js";
import { calleeOf, type DocsContext, type Placed } from "./docs-context.js";
import { errorPayloads, errorRows, statusLabel } from "./errors/errors-view.js";
import { fieldsView, inlineFields } from "./fields-view.js";
import {
  bodyTypesView,
  choicesOf,
  headersView,
  isStructured,
  linksView,
} from "./media-types-view.js";
import { guidePage, linkFrom, linkWithin } from "./pages.js";
import { parametersView } from "./parameters-view.js";
import type { DeprecationView, DetailView, LinkView } from "./part-views.js";
import { sampleValues, standaloneView } from "./snippets/snippets.js";
import { usageViews } from "./snippets/usage-views.js";
import { codeType, typeView } from "./type-view.js";
import type { OperationView, PayloadView } from "./views.js";
import { pagingText, walkText, walkView } from "./walk-view.js";

/**
 * An operation: the section of its resource's page, or its own page.
 *
 * @param common the policies that the page states for all its operations; `null` on its own page.
 */
export function operationView(
  placed: Placed,
  common: CallPolicies | null,
  page: string,
  docs: DocsContext,
): OperationView {
  const { operation } = placed;
  const own = docs.names.operation(operation);
  const call = callFrom(operation, docs.api);
  const policies = callPolicies(call, docs);
  return {
    name: own.method,
    section: common === null ? "##" : "###",
    route: `${operation.method.toUpperCase()} ${operation.path}`,
    description: operation.description ?? operation.summary,
    deprecation: deprecationView(operation.deprecated, replacementLink(operation, page, docs)),
    details: [
      ...(common === null ? policyViews(policies, page, docs) : ownPolicyViews(policies, common)),
      ...scopeDetails(operation),
      ...(call.walk === null ? [] : [pagingDetail(call.walk, page)]),
    ],
    usages: usageViews(placed, docs),
    walk: call.walk && walkView(placed, call.walk, docs),
    standalone: standaloneView(placed, docs),
    curl: curlView(placed, docs),
    parameters: parametersView(call, page, docs),
    bodyTypes: bodyTypesView(call, page, docs),
    responses: payloadViews(call, page, docs),
    accepted: choicesOf(call.resultVariants.flatMap(({ contentTypes }) => contentTypes)),
    headers: headersView(call.results, page, docs),
    links: linksView(call.results, page, docs),
    exportedAs: call.hasOwnResult ? own.response : null,
    errors: errorRows(call, page, docs),
    errorPayloads: errorPayloads(call, docs),
    errorHeaders: headersView(call.failures, page, docs),
    union: own.error,
    testing: linkFrom(page, guidePage("testing")),
    failingScript: failingScript(call, own.function),
    callbacks: callbackLinks(operation, page, docs),
  };
}

/** Code that makes a double fail: with a documented payload if there is one. */
function failingScript({ failures }: Call, target: string): string {
  const codes = failures.flatMap(({ status, hasPayload }) =>
    status.kind === "code" && hasPayload ? [status.code] : [],
  );
  const code = codes.find((each) => each === 404) ?? codes[0];
  const script = code === undefined ? "failsWith(503)" : `fails(${code}, body)`;
  return `api.on(${target}).${script}`;
}

/** The scopes that a token needs, by alternative. */
function scopeDetails({ security }: Operation): DetailView[] {
  const alternatives = security.map(({ schemes }) =>
    schemes.flatMap(({ scopes }) => scopes.map((scope) => codeSpan(scope))).join(", "),
  );
  const distinct = [...new Set(alternatives.filter((scopes) => scopes !== ""))];
  return distinct.length === 0
    ? []
    : [{ label: "Scopes", href: null, by: null, text: distinct.join(", or ") }];
}

/** The field that selects a page, how the paging was recognized, and what a loop sends. */
function pagingDetail(walk: Walk, page: string): DetailView {
  return {
    label: "Pagination",
    href: linkFrom(page, guidePage("pagination")),
    by: walkText(walk),
    text: pagingText(walk),
  };
}

export function deprecationView(
  deprecated: Deprecation | null,
  replacement: LinkView | null = null,
): DeprecationView | null {
  return deprecated && { reason: deprecated.reason, replacement };
}

function callbackLinks(operation: Operation, page: string, docs: DocsContext): LinkView[] {
  const { api, pages } = docs;
  return (api.webhooks?.events ?? []).flatMap((event) =>
    event.operationId === operation.id
      ? [{ label: event.type, href: linkFrom(page, pages.event(event)) }]
      : [],
  );
}

export function replacementLink(
  operation: Operation,
  page: string,
  docs: DocsContext,
): LinkView | null {
  const placed = replacementFor(operation, docs.api);
  return (
    placed && {
      label: calleeOf(placed, docs),
      href: linkWithin(page, docs.pages.operation(placed.operation)),
    }
  );
}

/** The payloads of each success, those in the default media type first. */
function payloadViews(call: Call, page: string, docs: DocsContext): PayloadView[] {
  const { results, resultVariants, operation } = call;
  const [main, ...others] = resultVariants;
  const typesOf = ({ content }: Result) =>
    main && content && main.contentTypes.includes(content.contentType)
      ? main.contentTypes
      : content
        ? [content.contentType]
        : [];
  const streams = call.streaming?.results.filter(({ payload }) => payload.kind === "stream") ?? [];
  return [
    ...results.map((result) =>
      payloadView(result, operation, typesOf(result), main !== undefined, page, docs),
    ),
    ...streams.map((result) => payloadView(result, operation, typesOf(result), true, page, docs)),
    ...others.flatMap((variant) =>
      variant.results
        .filter(({ content }) => content && variant.contentTypes.includes(content.contentType))
        .map((result) => payloadView(result, operation, variant.contentTypes, true, page, docs)),
    ),
  ];
}

function payloadView(
  result: Result,
  operation: Operation,
  contentTypes: readonly string[],
  isChosen: boolean,
  page: string,
  docs: DocsContext,
): PayloadView {
  const { status, description, payload, content } = result;
  // The type name for a stream's items that have no other name.
  const { streamItem: item } = docs.names.operation(operation);
  const shown = content && { ...content, schema: shownSchema(payload, content) };
  const isPlain = content === null || (!isChosen && content.contentType === "application/json");
  const common = {
    status: statusLabel(status),
    contentTypes: isPlain ? [] : contentTypes,
    isUnparsed: payload.kind === "text" && content !== null && isStructured(content.contentType),
    description,
    items: null,
    fields: null,
    example: shown && responseSample(shown, docs.find, sampleValues(operation, docs)),
  };
  switch (payload.kind) {
    case "nothing":
      return { ...common, type: codeType("void") };
    case "bytes":
      return { ...common, type: codeType("Blob") };
    case "stream":
      return { ...common, ...streamView(payload.stream, item, page, docs) };
    case "text": {
      const items = payload.items && {
        isStream: false,
        isOpen: false,
        type: typeView(payload.items, page, docs),
      };
      return { ...common, type: codeType("string"), items };
    }
    case "value": {
      const inner = inlineFields(payload.schema, docs.find);
      return inner === null
        ? { ...common, type: typeView(payload.schema, page, docs) }
        : {
            ...common,
            type: codeType(inner.type),
            fields: fieldsView("Field", inner.fields, page, docs),
          };
    }
  }
}

/** The schema without the fields that no response contains. */
function shownSchema(payload: Result["payload"], { schema }: Content): Schema {
  return payload.kind === "value" ? payload.schema : schema;
}

/** A stream and its items: their type, or their fields if they are objects without a name. */
function streamView(
  stream: ItemStream,
  own: string,
  page: string,
  docs: DocsContext,
): Pick<PayloadView, "type" | "items" | "fields"> {
  const { item, isOpen } = stream;
  const type = typeView(item, page, docs);
  const name = hasOwnStreamItem(stream) ? codeType(own) : type;
  const whole = hasOwnStreamItem(stream)
    ? codeType(`EventStream<${own}>`)
    : [...codeType("EventStream<"), ...type, ...codeType(">")];
  const hasFields = item.kind === "object" && item.fields.length > 0;
  return {
    type: whole,
    items: { isStream: true, isOpen, type: hasFields || !hasOwnStreamItem(stream) ? name : type },
    fields: hasFields ? fieldsView("Field", item.fields, page, docs) : null,
  };
}
