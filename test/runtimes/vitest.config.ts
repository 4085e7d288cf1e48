import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    dir: import.meta.dirname,
    include: ["**/*.test.ts"],
    globalSetup: `${import.meta.dirname}/build.ts`,
    // Each file runs another program, which takes a core to itself.
    maxWorkers: 2,
    testTimeout: 120_000,
  },
});
