import { isObject, type JsonObject } from "../document/document.js";
import type { NodeKind } from "../document/openapi-structure.js";
import { follow } from "../document/references.js";
import { rewritten } from "../document/rewrite.js";

/**
 * Inlines referenced media types (OpenAPI 3.2, `components/mediaTypes`), which earlier versions and
 * openapi-typescript don't support.
 */
export function withMediaTypes(document: JsonObject): JsonObject {
  const { components } = document;
  if (!isObject(components) || !isObject(components["mediaTypes"])) return document;
  return rewritten(document, (part, kind) => {
    if (kind !== "mediaType" || !isObject(part) || typeof part["$ref"] !== "string") return part;
    // A copy, because requests and responses may be rewritten differently.
    return { ...(follow(document, { node: part, pointer: "" })?.node ?? part) };
  });
}

/**
 * The document with its relative servers resolved against its own URL (OpenAPI 3.1.1, Server
 * Object). The servers of a local file stay relative, because its URL isn't a server.
 *
 * @param location the URL of the document.
 */
export function withAbsoluteServers(document: JsonObject, location: string): JsonObject {
  if (!/^https?:/i.test(location)) return document;
  const withDefault = hasServers(document) ? document : { ...document, servers: [{ url: "/" }] };
  return rewritten(withDefault, (part, kind) => {
    const url = kind === "server" && isObject(part) ? part["url"] : undefined;
    if (!isObject(part) || typeof url !== "string" || !isRelative(url)) return part;
    return { ...part, url: resolved(url.trim(), location) };
  });
}

function hasServers({ servers }: JsonObject): boolean {
  return servers !== undefined && !(Array.isArray(servers) && servers.length === 0);
}

/** A variable at the start may contain a scheme and a host. */
function isRelative(url: string): boolean {
  return !/^\s*([a-z][a-z\d+.-]*:|\{)/i.test(url) && URL.canParse(url.trim(), "https://a.example");
}

/** Variables keep their braces. */
function resolved(url: string, location: string): string {
  const { href } = new URL(url === "" ? "/" : url, location);
  return href.replaceAll("%7B", "{").replaceAll("%7D", "}").replace(/\/$/, "");
}

/** The objects whose descriptions are shown. The document's own is in `info`. */
const withDescription: ReadonlySet<NodeKind> = new Set<NodeKind>(["operation", "tag", "schema"]);

/** The document with links to external documentation appended to descriptions. */
export function withExternalDocs(document: JsonObject): JsonObject {
  return rewritten(document, (part, kind) => {
    if (!isObject(part)) return part;
    if (withDescription.has(kind)) return withLink(part, part["externalDocs"]);
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
