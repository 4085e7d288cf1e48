import type { Schema } from "../../model/api/schema.js";
import { typeText } from "../types/type-text.js";
import { typesOf } from "../types/types.js";
import type { DocsContext } from "./docs-context.js";
import { linkFrom } from "./pages.js";
import type { TypePartView, TypeView } from "./part-views.js";

const bar = " | ";

/** A schema's type in pieces, with a link for each name of the document. */
export function typeView(
  schema: Schema,
  page: string,
  { api, names, pages, find, place }: DocsContext,
): TypeView {
  const mentioned: string[] = [];
  // Strings of the document are printed as JSON, so no control characters remain.
  const text = typeText(typesOf(api).typeOf(schema, place), {
    model: (name) => {
      // The schema of a reference may be missing.
      if (find(name) === undefined) return "unknown";
      mentioned.push(name);
      return "\u0000";
    },
    file: () => "FileInput",
    streams: (name) => name,
  });
  if (mentioned.length === 0) return codeParts(text);
  const [first = "", ...rest] = text.split("\u0000");
  let before = first;
  return [
    ...codeParts(first),
    ...mentioned.flatMap((name, index): TypePartView[] => {
      const isAlternative = before.endsWith(bar);
      before = rest[index] ?? "";
      const href = linkFrom(page, pages.schema(name));
      return [{ text: names.model(name).type, href, isAlternative }, ...codeParts(before)];
    }),
  ];
}

/** A type without names of the document. */
export function codeType(text: string): TypeView {
  return [{ text, href: null, isAlternative: false }];
}

/** The code between two names, without the bars around it. */
function codeParts(code: string): TypePartView[] {
  const isAlternative = code.startsWith(bar);
  const rest = code.slice(isAlternative ? bar.length : 0);
  const text = rest.endsWith(bar) ? rest.slice(0, -bar.length) : rest;
  return text === "" ? [] : [{ text, href: null, isAlternative }];
}
