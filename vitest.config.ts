import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    exclude: ["test/package/**"],
    globalSetup: "test/build.ts",
    // Tests that start the command or a compiler take seconds on two cores.
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
