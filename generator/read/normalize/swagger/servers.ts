import { withoutTrailingSlashes } from "../../../text.js";
import type { JsonObject } from "../../document/document.js";
import { textsIn } from "./bodies.js";

/** The servers from `schemes`, `host` and `basePath`; `null` if there are none. */
export function serversFrom({ schemes, host, basePath }: JsonObject): JsonObject[] | null {
  const path = typeof basePath === "string" ? withoutTrailingSlashes(basePath) : "";
  if (typeof host !== "string" || host === "") return path === "" ? null : [{ url: path }];
  // A host has no scheme, but some documents write one.
  const [, written] = /^(https?):\/\//i.exec(host) ?? [];
  const authority = withoutTrailingSlashes(host.replace(/^https?:\/\//i, ""));
  const declared = textsIn(schemes).filter((scheme) => /^https?$/.test(scheme));
  // Prefers https if there is a choice.
  const ordered =
    declared.length > 0 ? declared.sort().reverse() : [written?.toLowerCase() ?? "https"];
  return ordered.map((scheme) => ({ url: `${scheme}://${authority}${path}` }));
}

/** The servers of an operation with schemes of its own; `null` if the document's are its own. */
export function ownServersFrom(document: JsonObject, { schemes }: JsonObject): JsonObject[] | null {
  if (textsIn(schemes).length === 0) return null;
  const own = serversFrom({ ...document, schemes: schemes ?? null });
  return own?.[0]?.["url"] === serversFrom(document)?.[0]?.["url"] ? null : own;
}
