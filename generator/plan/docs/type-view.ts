import type { Schema } from "../../model/api.js";
import { spellType } from "../spell.js";
import { linkFrom } from "./pages.js";
import type { Reference } from "./reference.js";
import type { TypeView } from "./views.js";

/** A schema's type in pieces, each name of the document with a link to its page. */
export function typeView(schema: Schema, page: string, { names, pages }: Reference): TypeView {
  const mentioned: string[] = [];
  // A type spells strings of the document as JSON, so that no control character is left in it.
  const spelled = spellType(schema, (name) => {
    mentioned.push(name);
    return "\u0000";
  });
  return spelled.split("\u0000").flatMap((text, index) => {
    const plain = text === "" ? [] : [{ spelled: text, href: null }];
    const name = mentioned[index - 1];
    return name === undefined
      ? plain
      : [{ spelled: names.model(name).type, href: linkFrom(page, pages.schema(name)) }, ...plain];
  });
}
