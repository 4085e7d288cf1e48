import { isObject, type JsonObject } from "../document/document.js";
import type { NodeKind } from "../document/openapi-structure.js";
import { rewritten } from "../document/rewrite.js";

/** The objects whose description is shown; that of the whole document is in `info`. */
const described: ReadonlySet<NodeKind> = new Set<NodeKind>(["operation", "tag", "schema"]);

/** The document with each link to external documentation at the end of the description beside it. */
export function withExternalDocs(document: JsonObject): JsonObject {
  return rewritten(document, (part, kind) => {
    if (!isObject(part)) return part;
    if (described.has(kind)) return withLink(part, part["externalDocs"]);
    const { info, externalDocs } = part;
    if (kind !== "document" || !isObject(info) || !isObject(externalDocs)) return part;
    return { ...part, info: withLink(info, externalDocs) };
  });
}

function withLink(node: JsonObject, docs: JsonObject[string] | undefined): JsonObject {
  if (!isObject(docs) || typeof docs["url"] !== "string" || !/^https?:/i.test(docs["url"])) {
    return node;
  }
  if (!URL.canParse(docs["url"])) return node;
  const href = new URL(docs["url"]).href.replaceAll("(", "%28").replaceAll(")", "%29");
  const { description } = docs;
  const title =
    typeof description === "string" ? description.replace(/[[\]\\\s]+/g, " ").trim() : "";
  const link = `[${title === "" ? "Documentation" : title}](${href})`;
  const text =
    typeof node["description"] === "string" ? `${node["description"].trimEnd()}\n\n` : "";
  return { ...node, description: `${text}${link}` };
}
