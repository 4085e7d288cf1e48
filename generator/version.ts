import { readFileSync } from "node:fs";

/** The version of sdkwright that runs. */
export function ownVersion(): string {
  // The same step up from `generator/` and from `dist/`.
  const manifest: unknown = JSON.parse(
    readFileSync(new URL("../package.json", import.meta.url), "utf8"),
  );
  const isVersioned = typeof manifest === "object" && manifest !== null && "version" in manifest;
  return isVersioned ? String(manifest.version) : "0.0.0";
}
