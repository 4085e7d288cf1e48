import { realpath } from "node:fs/promises";
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { noteRead } from "../../file-reads.js";

/** What the references of a document may lead to, beyond what is its own. */
export interface AllowedRefs {
  /** Folders whose files may be read, besides the document's own folder. */
  readonly folders: readonly string[];
  /** Hosts that may be asked, besides the one the document is from; `null` is every host. */
  readonly hosts: readonly string[] | null;
}

/** A document is read with what is its own, and nothing else. */
export const ownRefsOnly: AllowedRefs = { folders: [], hosts: [] };

/** Why a reference may not be followed, or `null` if it may. */
export type Refused = (url: URL) => Promise<string | null>;

/**
 * Keeps a document within its reach: a local one to files below its own folder, one from the network
 * to its own origin. Symbolic links count as what they lead to.
 *
 * @param entry the URL of the document.
 */
export function allowRefs(entry: string, reach: AllowedRefs): Refused {
  const home = new URL(entry);
  const own = home.protocol === "file:" ? [dirname(fileURLToPath(home))] : [];
  const folders = Promise.all([...own, ...reach.folders].map(resolved));
  return async (url) => {
    if (url.protocol === "file:") return fileRefusal(url, home, await folders);
    return webRefusal(url, home, reach);
  };
}

/** Why a host may not be asked; redirects are held to it as well. */
export function webRefusal(url: URL, home: URL, { hosts }: AllowedRefs): string | null {
  if (url.protocol !== "http:" && url.protocol !== "https:") {
    return `${url.protocol} is not read: use a path, http: or https:`;
  }
  if (url.origin === home.origin || hosts === null) return null;
  if (hosts.some((host) => isCalled(url, host))) return null;
  return `other hosts are not asked: allow it by --allow-remote-refs ${url.host}, or bundle the document`;
}

/** Whether a host, with or without a port, is that of a URL. */
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
): Promise<string | null> {
  if (isInward(home.href, url.href)) return inward;
  if (url.host !== "") return "files of other computers are not read";
  if (/%(00|2f|5c)/i.test(url.pathname)) return "this is no path of a file: correct it";
  const path = await resolved(fileURLToPath(url));
  if (folders.some((folder) => isBelow(folder, path))) return null;
  return "this is outside the document's folder: allow it by --allow-refs-from DIR";
}

/** Whether something from the network leads to a file of this machine, which nothing may. */
export function isInward(from: string, to: string): boolean {
  return !isFile(from) && isFile(to);
}

export const inward = "a document from the network may not refer to files";

function isFile(url: string): boolean {
  return new URL(url).protocol === "file:";
}

function isBelow(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way !== ".." && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

/** A file that is not there is where it would be: reading it will say that it isn't. */
async function resolved(path: string): Promise<string> {
  const absolute = resolve(path);
  const target = await realpath(absolute).catch(async () =>
    join(await realpath(dirname(absolute)).catch(() => dirname(absolute)), basename(absolute)),
  );
  noteRead({ at: "link", path: absolute, target });
  return target;
}
