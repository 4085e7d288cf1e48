import type { PackageIdentity } from "./output.js";

/**
 * The product of the `User-Agent` header has to be a token (RFC 9110, 10.1.5), which a scoped name
 * isn't.
 */
export function userAgentOf({
  packageName,
  version,
}: Pick<PackageIdentity, "packageName" | "version">): string {
  return `${packageName.replace("@", "").replace("/", "-")}/${version}`;
}
