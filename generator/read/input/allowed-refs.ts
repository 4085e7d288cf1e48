import { realpath, stat } from "node:fs/promises";
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { noteRead } from "../../file-reads.js";
import { isHost } from "../../text.js";

/**
 * The folders and hosts that references may point to, besides the document's own folder or origin.
 */
export interface AllowedRefs {
  /** Additional folders. */
  readonly folders: readonly string[];
  /** Additional hosts; `null` allows every host. */
  readonly hosts: readonly string[] | null;
}

/** Allows only the document's own folder or origin. */
export const ownRefsOnly: AllowedRefs = { folders: [], hosts: [] };

/** Returns why a reference may not be followed, or `null` if it may. */
export type RefusalOf = (url: URL) => Promise<string | null>;

/**
 * Restricts a local document or overlay to files below its folder, a remote one to its origin, and
 * one from standard input to no file. Symbolic links are resolved.
 *
 * @param entry its URL.
 */
export function allowRefs(entry: string, allowedRefs: AllowedRefs, isPiped = false): RefusalOf {
  const start = new URL(entry);
  const own = start.protocol === "file:" && !isPiped ? [dirname(fileURLToPath(start))] : [];
  const folders = Promise.all([...own, ...allowedRefs.folders].map(resolved));
  return async (url) => {
    if (url.protocol === "file:") return fileRefusal(url, start, await folders, isPiped);
    return webRefusal(url, start, allowedRefs);
  };
}

/** Why a host may not be requested, also after a redirect; `null` if it may. */
export function webRefusal(url: URL, start: URL, { hosts }: AllowedRefs): string | null {
  if (url.protocol !== "http:" && url.protocol !== "https:") {
    return `${url.protocol} isn't supported: use a path, http: or https:`;
  }
  if (url.origin === start.origin || hosts === null) return null;
  if (hosts.some((host) => hasHost(url, host))) return null;
  const option = isHost(url.host) ? `allow this one with --allow-remote-refs ${url.host}, or ` : "";
  return `references to other hosts aren't followed: ${option}bundle the document`;
}

/**
 * Why a redirect of a document or an overlay may not be followed; `null` if it may: to the same
 * origin, from http to https, or to an allowed host.
 */
export function redirectRefusal(url: URL, start: URL, { hosts }: AllowedRefs): string | null {
  const isUpgrade = url.protocol === "https:" && url.hostname === start.hostname;
  const isAllowed = hosts === null || hosts.some((host) => hasHost(url, host));
  if (url.origin === start.origin || isUpgrade || isAllowed) return null;
  const option = isHost(url.host) ? `, or allow it with --allow-remote-refs ${url.host}` : "";
  return `the server redirects to ${url.origin}: name that address${option}`;
}

/** Whether a host, with or without a port, is the host of a URL. */
function hasHost(url: URL, host: string): boolean {
  const hostURL = `${url.protocol}//${host}`;
  if (!URL.canParse(hostURL)) return false;
  return /:\d+$/.test(host)
    ? new URL(hostURL).host === url.host
    : new URL(hostURL).host === url.hostname;
}

async function fileRefusal(
  url: URL,
  start: URL,
  folders: readonly string[],
  isPiped: boolean,
): Promise<string | null> {
  if (isRemoteToLocal(start.href, url.href)) return localFileRefused;
  if (url.host !== "") return "files of other computers are not read";
  if (!isFilePath(url)) return "this isn't a file path: correct it";
  const path = await resolved(fileURLToPath(url));
  if (!folders.some((folder) => isBelow(folder, path))) {
    return isPiped
      ? "a document on standard input can't refer to files: allow it with --allow-refs-from DIR"
      : "this is outside the document's folder: allow it with --allow-refs-from DIR";
  }
  const found = await stat(path).catch(() => null);
  const isReadable = found === null || found.isFile() || found.isDirectory();
  return isReadable ? null : "this is a pipe or a device: refer to a file";
}

/** Whether each name in a `file:` URL is UTF-8, without a separator or a null character. */
function isFilePath({ pathname }: URL): boolean {
  try {
    return !/[\0/\\]/.test(pathname.split("/").map(decodeURIComponent).join(""));
  } catch {
    return false;
  }
}

/** Whether a remote document refers to a local file, which is never allowed. */
export function isRemoteToLocal(from: string, to: string): boolean {
  return !isFile(from) && isFile(to);
}

export const localFileRefused = "a document from the network may not refer to files";

function isFile(url: string): boolean {
  return new URL(url).protocol === "file:";
}

function isBelow(folder: string, path: string): boolean {
  const steps = relative(folder, path);
  return steps !== ".." && !steps.startsWith(`..${sep}`) && !isAbsolute(steps);
}

/** A missing file keeps its path; reading it reports the error. */
async function resolved(path: string): Promise<string> {
  const absolute = resolve(path);
  const target = await realpath(absolute).catch(async () =>
    join(await realpath(dirname(absolute)).catch(() => dirname(absolute)), basename(absolute)),
  );
  noteRead({ kind: "link", path: absolute, target });
  return target;
}
