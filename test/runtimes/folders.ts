import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const here = fileURLToPath(new URL(".", import.meta.url));
export const root = join(here, "../..");

/** The emitted package, made by `build.ts`. */
export const sdk = join(here, "sdk");

/** The suite as JavaScript: one file a runtime. */
export const built = join(here, "built");
