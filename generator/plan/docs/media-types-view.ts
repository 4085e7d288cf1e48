import type { Response } from "../../model/api/operation.js";
import type { Field } from "../../model/api/schema.js";
import type { Call } from "../call/call.js";
import { calleeOf, type DocsContext, placedOperations } from "./docs-context.js";
import { statusLabel } from "./errors/errors-view.js";
import { fieldsView, tableOf } from "./fields-view.js";
import { linkWithin } from "./pages.js";
import { parameterRows } from "./parameters-view.js";
import type { BodyTypesView, HeadersView, MediaTypeView, ResponseLinkView } from "./views.js";

/** The media types of an operation's body; `null` if it has no body or only JSON. */
export function bodyTypesView(
  { operation: { body }, requestVariants }: Call,
  page: string,
  docs: DocsContext,
): BodyTypesView | null {
  if (body === null) return null;
  const bodies = requestVariants.flatMap((variant) => variant.bodies);
  const isJson = bodies.length === 0 && body.contentType === "application/json";
  if (isJson) return null;
  const [, ...others] = requestVariants;
  return {
    sentAs: bodies.length === 0 ? body.contentType : null,
    choices: choicesOf(bodies.map(({ contentType }) => contentType)),
    hasBytes: bodies.some(({ format }) => format === "binary"),
    unparsed: [body, ...body.alternatives]
      .filter(({ format, contentType }) => format === "text" && isStructured(contentType))
      .map(({ contentType }) => contentType),
    variants: others.map((variant) => ({
      contentTypes: variant.bodies.map(({ contentType }) => contentType),
      fields: tableOf("Parameter", parameterRows(variant, page, docs)),
    })),
  };
}

/** The media types to choose from, the default first. */
export function choicesOf(contentTypes: readonly string[]): MediaTypeView[] {
  return contentTypes.map((contentType, index) => ({ contentType, isDefault: index === 0 }));
}

/** Whether a text format has a structure that the package doesn't parse. */
export function isStructured(contentType: string): boolean {
  return !/^text\/(plain|html)\b/i.test(contentType);
}

/** The operations that take values of responses. */
export function linksView(
  responses: readonly Response[],
  page: string,
  docs: DocsContext,
): ResponseLinkView[] {
  const placed = placedOperations(docs.api);
  return responses.flatMap(({ links }) =>
    links.map(({ name, target, parameters, description }) => {
      const found = placed.find(
        ({ operation }) => operation.documentedId === target || operation.pointer === target,
      );
      return {
        name,
        target: found
          ? {
              label: calleeOf(found, docs),
              href: linkWithin(page, docs.pages.operation(found.operation)),
            }
          : null,
        parameters: parameters.map((each) => ({ parameter: each.name, value: each.value })),
        description,
      };
    }),
  );
}

/** The headers of responses; those with the same headers share a table. */
export function headersView(
  responses: readonly Response[],
  page: string,
  docs: DocsContext,
): HeadersView[] {
  const groups = new Map<string, { readonly headers: readonly Field[]; statuses: string[] }>();
  for (const { headers, status } of responses) {
    if (headers.length === 0) continue;
    const key = JSON.stringify(headers);
    const group = groups.get(key) ?? { headers, statuses: [] };
    group.statuses.push(statusLabel(status));
    groups.set(key, group);
  }
  return [...groups.values()].map(({ headers, statuses }) => ({
    statuses: statuses.join(", "),
    fields: fieldsView("Header", headers, page, docs),
  }));
}
