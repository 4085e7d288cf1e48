import type { Resource } from "../../model/api/api.js";
import type { Operation } from "../../model/api/operation.js";
import type { Deprecation } from "../../model/api/schema.js";
import type { Names } from "../names/names.js";

/** The text of a doc comment: paragraphs, then `@deprecated` if it applies. */
export function docText(
  paragraphs: readonly (string | null)[],
  deprecated: Deprecation | null = null,
  replacement: string | null = null,
): string {
  const present = paragraphs.filter((paragraph) => paragraph !== null && paragraph !== "");
  const tag =
    deprecated && ["@deprecated", deprecated.reason, replacement].filter(Boolean).join(" ");
  return [...present, ...(tag ? [tag] : [])].join("\n\n");
}

export function resourceDoc(resource: Resource, names: Names): string {
  return docText([resource.description ?? `The operations of ${names.resource(resource).title}.`]);
}

/** `Request of {@link addDomain}: Add a domain` */
export function typeDoc(
  noun: "Request" | "Response" | "Event" | "Item",
  operation: Operation,
  { names }: { readonly names: Names },
): string {
  const { summary } = operation;
  const head = `${noun} of {@link ${names.operation(operation).function}}`;
  return docText([summary ? `${head}: ${summary}` : `${head}.`]);
}
