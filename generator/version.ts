import { readFileSync } from "node:fs";
import { programFolder } from "./program-folder.js";

/** The version of sdkwright that is running. */
export function ownVersion(): string {
  const manifest: unknown = JSON.parse(
    readFileSync(new URL("package.json", programFolder), "utf8"),
  );
  const isVersioned = typeof manifest === "object" && manifest !== null && "version" in manifest;
  return isVersioned ? String(manifest.version) : "0.0.0";
}
