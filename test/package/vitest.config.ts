import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/package/**/*.test.ts"],
    // Installing from the registry and compiling take their time.
    testTimeout: 300_000,
    hookTimeout: 300_000,
  },
});
