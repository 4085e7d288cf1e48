import { isObject, type JsonObject } from "../document/document.js";
import { rewritten } from "../document/rewrite.js";

/**
 * The document with its relative servers resolved against its own URL (OpenAPI 3.1.1, Server Object).
 * A file has no URL that calls could go to: there they stay as they are.
 *
 * @param location the URL of the document.
 */
export function withWholeServers(document: JsonObject, location: string): JsonObject {
  if (!/^https?:/i.test(location)) return document;
  return rewritten(document, (part, kind) => {
    const url = kind === "server" && isObject(part) ? part["url"] : undefined;
    if (!isObject(part) || typeof url !== "string" || !isRelative(url)) return part;
    return { ...part, url: resolved(url.trim(), location) };
  });
}

/** A variable at the start may hold a scheme and a host. */
function isRelative(url: string): boolean {
  return !/^\s*([a-z][a-z\d+.-]*:|\{)/i.test(url) && URL.canParse(url.trim(), "https://a.example");
}

/** Variables keep their braces. */
function resolved(url: string, location: string): string {
  const { href } = new URL(url === "" ? "/" : url, location);
  return href.replaceAll("%7B", "{").replaceAll("%7D", "}").replace(/\/$/, "");
}
