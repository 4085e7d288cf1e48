import { execFileSync } from "node:child_process";
import { root } from "./imports.js";

/** Builds the command once before all tests, since several of them start it. */
export function setup(): void {
  execFileSync("npm", ["run", "--silent", "build"], { cwd: root });
}
