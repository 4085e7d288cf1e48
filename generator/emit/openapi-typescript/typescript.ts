import { createRequire } from "node:module";
import type ts from "typescript";

/** The compiler, as openapi-typescript asks for it and for the same reason. */
export const typescript: typeof ts = createRequire(import.meta.url)("typescript");

export type { ts };
