import { createRequire } from "node:module";
import type * as whole from "openapi-typescript";

export type { GlobalContext, OpenAPI3 } from "openapi-typescript";

type Exports<Name extends keyof typeof whole> = Pick<typeof whole, Name>;

// Imports single modules, because the main entry loads a bundler and a linter, which takes longer
// than creating the types of most documents. Uses CommonJS, because Node.js would parse
// TypeScript's nine megabytes a second time to find the exports of a module.
const require = createRequire(import.meta.url);

export const transformSchema: typeof whole.transformSchema = require("openapi-typescript/dist/transform/index.cjs");

export const {
  resolveRef,
}: Exports<"resolveRef"> = require("openapi-typescript/dist/lib/utils.cjs");

export const {
  astToString,
}: Exports<"astToString"> = require("openapi-typescript/dist/lib/ts.cjs");
