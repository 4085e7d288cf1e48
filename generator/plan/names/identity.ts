import type { Api } from "../../model/api.js";
import type { PackageIdentity } from "../output.js";
import { kebabCase, pascalCase } from "./words.js";

/** What the user chose to call things; what is left out is taken from the document. */
export type PackageNaming = {
  readonly [Key in keyof PackageIdentity]?: PackageIdentity[Key] | undefined;
};

export function identityFrom({ title, version }: Api, chosen: PackageNaming): PackageIdentity {
  const subject = title.replace(/\b(rest|http|open)?\s*api\b.*$/i, "").trim() || title;
  // Registries take no other script, and a class is imported by people of all scripts.
  const className = pascalCase(subject).replace(/[^A-Za-z0-9]/g, "");
  const packageName = kebabCase(subject)
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
  return {
    packageName: chosen.packageName ?? (packageName || "sdk"),
    className: chosen.className ?? (/^[A-Z]/.test(className) ? className : `Api${className}`),
    version: chosen.version ?? semanticVersion(version),
    methodNames: chosen.methodNames ?? "short",
  };
}

/** The nearest semantic version: `1.2` is 1.2.0, and the date 2025-04-10 is 2025.4.10. */
function semanticVersion(version: string): string {
  const [, major, minor = "0", patch = "0", rest = ""] =
    /^v?(\d+)(?:[.-](\d+))?(?:[.-](\d+))?(-[\da-z]+(?:[.-][\da-z]+)*)?/i.exec(version) ?? [];
  if (major === undefined) return "0.1.0";
  return [major, minor, patch].map(Number).join(".") + rest;
}
