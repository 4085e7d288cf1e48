import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const here = fileURLToPath(new URL(".", import.meta.url));
export const root = join(here, "../..");

/** The emitted packages, made by `setup.ts` and by the tests. */
export const packages = join(here, "sdk");

export const compiler = join(root, "node_modules/typescript-7/bin/tsc");
