import { readFileSync } from "node:fs";

/** The version of sdkwright that is running. */
export function ownVersion(): string {
  // One level up, from `generator/` as well as from `dist/`.
  const manifest: unknown = JSON.parse(
    readFileSync(new URL("../package.json", import.meta.url), "utf8"),
  );
  const isVersioned = typeof manifest === "object" && manifest !== null && "version" in manifest;
  return isVersioned ? String(manifest.version) : "0.0.0";
}
