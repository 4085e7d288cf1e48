import { defineConfig } from "vitest/config";
import base from "./vitest.config.js";

/** Tests that start many processes, compile packages or measure bundles. */
export default defineConfig({
  ...base,
  test: { ...base.test, include: ["test/**/*.slow.test.ts"], exclude: ["**/node_modules/**"] },
});
