import { realpath, stat } from "node:fs/promises";
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { noteRead } from "../../file-reads.js";
import { isHost } from "../../text.js";

/** What the references of a document may reach besides its own folder or origin. */
export interface AllowedRefs {
  /** Additional folders. */
  readonly folders: readonly string[];
  /** Additional hosts; `null` allows every host. */
  readonly hosts: readonly string[] | null;
}

/** Allows only the document's own folder or origin. */
export const ownRefsOnly: AllowedRefs = { folders: [], hosts: [] };

/** Returns why a reference may not be followed, or `null` if it may. */
export type Refused = (url: URL) => Promise<string | null>;

/**
 * Restricts a local document or overlay to files below its folder, one from the network to its
 * origin, and one from standard input to no file. Symbolic links count as their targets.
 *
 * @param entry its URL.
 */
export function allowRefs(entry: string, allowedRefs: AllowedRefs, isPiped = false): Refused {
  const home = new URL(entry);
  const own = home.protocol === "file:" && !isPiped ? [dirname(fileURLToPath(home))] : [];
  const folders = Promise.all([...own, ...allowedRefs.folders].map(resolved));
  return async (url) => {
    if (url.protocol === "file:") return fileRefusal(url, home, await folders, isPiped);
    return webRefusal(url, home, allowedRefs);
  };
}

/** Why a host may not be requested. Applies to redirects too. */
export function webRefusal(url: URL, home: URL, { hosts }: AllowedRefs): string | null {
  if (url.protocol !== "http:" && url.protocol !== "https:") {
    return `${url.protocol} is not read: use a path, http: or https:`;
  }
  if (url.origin === home.origin || hosts === null) return null;
  if (hosts.some((host) => isCalled(url, host))) return null;
  const option = isHost(url.host) ? `allow this one with --allow-remote-refs ${url.host}, or ` : "";
  return `references to other hosts aren't followed: ${option}bundle the document`;
}

/**
 * Returns why a redirect of a document or an overlay itself may not be followed: it is held to the
 * host that the user named, on which https may replace http.
 */
export function redirectRefusal(url: URL, start: URL, { hosts }: AllowedRefs): string | null {
  const isUpgrade = url.protocol === "https:" && url.hostname === start.hostname;
  const isAllowed = hosts === null || hosts.some((host) => isCalled(url, host));
  if (url.origin === start.origin || isUpgrade || isAllowed) return null;
  const option = isHost(url.host) ? `, or allow it with --allow-remote-refs ${url.host}` : "";
  return `the server redirects to ${url.origin}: name that address${option}`;
}

/** Whether a host, with or without a port, is the host of a URL. */
function isCalled(url: URL, host: string): boolean {
  const called = `${url.protocol}//${host}`;
  if (!URL.canParse(called)) return false;
  return /:\d+$/.test(host)
    ? new URL(called).host === url.host
    : new URL(called).host === url.hostname;
}

async function fileRefusal(
  url: URL,
  home: URL,
  folders: readonly string[],
  isPiped: boolean,
): Promise<string | null> {
  if (isInward(home.href, url.href)) return inward;
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
export function isInward(from: string, to: string): boolean {
  return !isFile(from) && isFile(to);
}

export const inward = "a document from the network may not refer to files";

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
  noteRead({ at: "link", path: absolute, target });
  return target;
}
