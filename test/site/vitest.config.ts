import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/site/**/*.test.ts"],
    // Two sites are built, and a browser reads every page of them.
    testTimeout: 240_000,
    hookTimeout: 240_000,
  },
});
