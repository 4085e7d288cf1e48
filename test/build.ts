import { execFileSync } from "node:child_process";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { root } from "./imports.js";

/** Builds the command once before all tests, since several of them start it; it remembers no run. */
export function setup(): void {
  rmSync(join(root, "node_modules/.cache/test"), { recursive: true, force: true });
  execFileSync("npm", ["run", "--silent", "build"], { cwd: root });
}
