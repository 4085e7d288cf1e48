import { createRequire } from "node:module";
import type ts from "typescript";

/** The compiler, loaded as CommonJS like openapi-typescript, for the same reason. */
export const typescript: typeof ts = createRequire(import.meta.url)("typescript");

export type { ts };
