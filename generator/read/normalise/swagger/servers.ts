import type { JsonObject } from "../../document/document.js";
import { textsIn } from "./bodies.js";

/** The servers from `schemes`, `host` and `basePath`; `null` if there are none. */
export function serversFrom({ schemes, host, basePath }: JsonObject): JsonObject[] | null {
  const path = typeof basePath === "string" ? basePath.replace(/\/+$/, "") : "";
  if (typeof host !== "string" || host === "") return path === "" ? null : [{ url: path }];
  const said = textsIn(schemes).filter((scheme) => /^https?$/.test(scheme));
  // Prefers https if there is a choice.
  const ordered = said.length > 0 ? said.sort().reverse() : ["https"];
  return ordered.map((scheme) => ({ url: `${scheme}://${host}${path}` }));
}
