import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/frameworks/*.test.ts"],
    // Each builds an app.
    testTimeout: 300_000,
    hookTimeout: 300_000,
  },
});
