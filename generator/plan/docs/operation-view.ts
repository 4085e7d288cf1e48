import type { Operation } from "../../model/api/operation.js";
import type { Deprecation } from "../../model/api/schema.js";
import { codeSpan } from "../../text.js";
import { type Call, callFrom, replacementFor } from "../call/call.js";
import type { Walk } from "../call/walk.js";
import { type CallPolicies, callPolicies, ownPolicyViews, policyViews } from "./call-policies.js";
import { curlView } from "./curl/curl.js";
import { calleeOf, type DocsContext, type Placed } from "./docs-context.js";
import { errorPayloads, errorRows } from "./errors/errors-view.js";
import { bodyTypesView, choicesOf, headersView, linksView } from "./media-types-view.js";
import { guidePage, linkFrom, linkWithin } from "./pages.js";
import { parametersView } from "./parameters-view.js";
import type { DeprecationView, DetailView, LinkView } from "./part-views.js";
import { payloadViews } from "./payload-views.js";
import { standaloneView } from "./snippets/snippets.js";
import { usageViews } from "./snippets/usage-views.js";
import type { OperationView } from "./views.js";
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
