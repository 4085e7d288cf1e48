import { type Member, type Type, unionOf } from "./type.js";

/** Media types as a union of literals. A range is a template: `image/${string}`. */
export function mediaTypesText(contentTypes: readonly string[]): string {
  return contentTypes
    .map((type) => (type.includes("*") ? rangeText(type) : JSON.stringify(type)))
    .join(" | ");
}

function rangeText(range: string): string {
  const parts = range.replace(/[\\`$]/g, "\\$&").split("*");
  return `\`${parts.join(`$\{string}`)}\``;
}

/**
 * The members of a map from media types to types. The type of a range includes those of the media
 * types in it, as TypeScript requires of an index signature.
 */
export function mediaTypeMembers(
  entries: readonly { readonly contentType: string; readonly type: Type }[],
): Member[] {
  return entries.map(({ contentType, type }) => {
    const isIndex = contentType.includes("*");
    const [start = "", ...rest] = contentType.split("*");
    const isWithin = (other: string) =>
      other.startsWith(start) && other.endsWith(rest.at(-1) ?? "");
    const within = entries.filter((other) => isIndex && isWithin(other.contentType));
    return {
      name: isIndex ? rangeText(contentType) : contentType,
      isIndex,
      isOptional: false,
      type: isIndex ? unionOf([type, ...within.map((other) => other.type)]) : type,
      field: null,
    };
  });
}
