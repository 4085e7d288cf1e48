import { didYouMean, nearest } from "../../nearest.js";
import { pointerTo } from "../../pointer.js";
import { errorAt, type Problem, warningAt } from "../../problem.js";
import { quoted } from "../../text.js";
import { isObject, type Json, type JsonObject } from "../document/document.js";
import { pointerOf, type Visit, walk } from "../document/walk.js";
import type { Finding } from "./finding.js";

/** Checks the structure of the servers of a document, a path or an operation. They are optional. */
export function serverProblems(servers: Json | undefined, pointer: string): Problem[] {
  if (servers === undefined) return [];
  if (!Array.isArray(servers)) {
    return [errorAt(pointer, "`servers` is not a list: write a list of objects with a `url`")];
  }
  return servers.flatMap((server, index) => {
    const fault = serverFault(server);
    return fault === null ? [] : [errorAt(pointerTo(pointer, index), fault)];
  });
}

function serverFault(server: Json): string | null {
  if (!isObject(server)) return "an entry of `servers` is not an object: write it as `url: …`";
  const { url } = server;
  if (url === undefined) return "an entry of `servers` has no `url`: add it";
  return typeof url === "string"
    ? null
    : "the `url` of an entry of `servers` is not text: quote it";
}

/** Servers that can't receive requests: their URL lacks a host or a scheme. */
export function serverMistakes(document: JsonObject): Finding[] {
  return walk(document, "outside-in").flatMap((visit): Finding[] => {
    const { node, kind } = visit;
    if (kind !== "server" || !isObject(node) || typeof node["url"] !== "string") return [];
    const url = node["url"].trim();
    const pointer = pointerTo(pointerOf(visit), "url");
    if (/^[\w-]+(\.[\w-]+)+(:\d+)?(\/|$)/.test(url)) {
      const whole = `https://${url}`;
      const message = `the server ${quoted(url)} has no scheme and is read as ${quoted(whole)}: write that`;
      const fix = { node, key: "url", replace: () => whole };
      return [{ problem: warningAt(pointer, message, "server-without-scheme"), fix }];
    }
    const variables = isObject(node["variables"]) ? node["variables"] : {};
    const unknown = namesIn(url).find((name) => !Object.hasOwn(variables, name));
    if (unknown !== undefined) {
      const otherwise = "describe it there with a `default`";
      const remedy = didYouMean(nearest(unknown, Object.keys(variables)), otherwise);
      const message = `the server has {${unknown}}, which \`variables\` doesn't declare; every client has to set the option \`serverVariables\`: ${remedy}`;
      return [{ problem: warningAt(pointer, message, "unknown-server-variable"), fix: null }];
    }
    if (hasHost(url) || !isFirstOfDocument(visit)) return [];
    const message = `the server ${quoted(url)} has no host; every client has to set the option \`serverURL\` or \`origin\`: write an absolute URL, or the \`host\` of Swagger 2.0`;
    return [{ problem: warningAt(pointer, message, "server-without-host"), fix: null }];
  });
}

function namesIn(url: string): string[] {
  return [...url.matchAll(/\{([^{}]+)\}/g)].map(([, name]) => name ?? "");
}

/** An operation's server without a host uses the host of the client. */
function isFirstOfDocument({ key, parent }: Visit): boolean {
  return key === "0" && parent?.parent?.kind === "document";
}

/** Whether a URL has a host, or a variable that may contain one. */
function hasHost(url: string): boolean {
  return /^(([a-z][a-z\d+.-]*|\{[^{}]+\}):)?\/\/[^/?#]/i.test(url) || /^\{[^{}]+\}/.test(url);
}
