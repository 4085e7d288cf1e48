import { createRequire } from "node:module";
import type * as whole from "openapi-typescript";

export type { GlobalContext, OpenAPI3 } from "openapi-typescript";

type Exports<Name extends keyof typeof whole> = Pick<typeof whole, Name>;

// Asked for part by part: its front door leads through a bundler and a linter, which take longer to
// load than the types of most documents take to make. And asked for as CommonJS: as modules they
// would have Node.js parse TypeScript's nine megabytes a second time, to see what they export.
const require = createRequire(import.meta.url);

export const transformSchema: typeof whole.transformSchema = require("openapi-typescript/dist/transform/index.cjs");

export const {
  resolveRef,
}: Exports<"resolveRef"> = require("openapi-typescript/dist/lib/utils.cjs");

export const {
  astToString,
}: Exports<"astToString"> = require("openapi-typescript/dist/lib/ts.cjs");
