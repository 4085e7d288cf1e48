import { withoutTrailingSlashes } from "../../text.js";
import type { PackageFields } from "../package-fields.js";

/** The path of a file in the latest commit, by host. */
const filePaths: Readonly<Record<string, string>> = {
  "github.com": "blob/HEAD/",
  "gitlab.com": "-/blob/HEAD/",
  "bitbucket.org": "src/HEAD/",
};

/** The shorthands of npm's field `repository`: `github:owner/name`; without a prefix, GitHub. */
const shorthands: Readonly<Record<string, string>> = {
  github: "github.com",
  gitlab: "gitlab.com",
  bitbucket: "bitbucket.org",
};

/**
 * The URL at which a repository's host shows the package's folder, with a `/` at its end.
 *
 * @param repository the field of `package.json` (npm: package.json, repository).
 * @returns `null` if the host is unknown: links then stay relative.
 */
export function repositoryUrl(repository: PackageFields["repository"]): string | null {
  const url = typeof repository === "string" ? repository : repository?.url;
  const location = url === undefined ? null : locationOf(url);
  const path = location && filePaths[location.host];
  if (!location || path === undefined) return null;
  const folder = typeof repository === "string" ? undefined : repository?.directory;
  const directory = withoutTrailingSlashes(String(folder ?? "").replace(/^\.?\/+/, ""));
  const root = `https://${location.host}/${location.name}/${path}`;
  return directory === "" ? root : `${root}${directory}/`;
}

function locationOf(url: string): { readonly host: string; readonly name: string } | null {
  const [, prefix = "github", short] = /^(?:(\w+):)?([\w.-]+\/[\w.-]+)$/.exec(url) ?? [];
  const host = shorthands[prefix];
  if (short !== undefined && host !== undefined) return { host, name: short };
  const [, known = "", path = ""] =
    /^(?:git\+)?(?:https?|ssh|git):\/\/(?:[^@/]*@)?([^/:]+)[/:]([^#]+)/.exec(url) ??
    /^[^@/]+@([^/:]+):([^#]+)/.exec(url) ??
    [];
  const name = withoutTrailingSlashes(path).replace(/\.git$/, "");
  return Object.hasOwn(filePaths, known) ? { host: known, name } : null;
}
