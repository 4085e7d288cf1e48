import type { Deprecation } from "../../model/api.js";

/** The text of a doc comment: paragraphs, then the tag that editors strike a name through for. */
export function docText(
  paragraphs: readonly (string | null)[],
  deprecated: Deprecation | null = null,
): string {
  const told = paragraphs.filter((paragraph) => paragraph !== null && paragraph !== "");
  const tag = deprecated && `@deprecated ${deprecated.reason ?? "It is going to be removed."}`;
  return [...told, ...(tag ? [tag] : [])].join("\n\n");
}
