import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    dir: import.meta.dirname,
    include: ["*.test.ts"],
    globalSetup: `${import.meta.dirname}/setup.ts`,
    // The programs of pages are run one after another, each with a `fetch` of its own.
    fileParallelism: false,
    // A program changes the current folder, which threads can't.
    pool: "forks",
    testTimeout: 240_000,
    hookTimeout: 240_000,
  },
});
