import type { PackageIdentity } from "./output.js";

/** A product of the `User-Agent` header is a token (RFC 9110, 10.1.5), which a scoped name isn't. */
export function userAgentOf({
  packageName,
  version,
}: Pick<PackageIdentity, "packageName" | "version">): string {
  return `${packageName.replace("@", "").replace("/", "-")}/${version}`;
}
