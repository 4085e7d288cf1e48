import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

/** The programs of the reference pages import the emitted package by its name. */
function emitted(module: string): string {
  return `${fileURLToPath(new URL("generated/src/", import.meta.url))}${module}.ts`;
}

export default defineConfig({
  resolve: {
    alias: [
      { find: /^clerk-domains$/, replacement: emitted("index") },
      { find: /^clerk-domains\/(.+)$/, replacement: emitted("$1") },
    ],
  },
  test: {
    include: ["test/**/*.test.ts"],
    // These have configurations of their own: they take minutes, a registry, other runtimes or a browser.
    exclude: [
      "**/node_modules/**",
      "**/*.slow.test.ts",
      ...["test/frameworks/**", "test/judges/**", "test/package/**", "test/runtimes/**"],
      "test/site/*.test.ts",
    ],
    // A worker loads the generator once for all of its files. Tests restore what they change.
    isolate: false,
    maxWorkers: "100%",
    // A run of the command changes the current folder, which threads can't.
    pool: "forks",
    // Tests read these as text, so imports don't show which ones a change affects.
    forceRerunTriggers: ["**/templates/**/*.hbs", "**/spec/*.yaml", "**/test/fixtures/**"],
    globalSetup: "test/build.ts",
    // Keeps records of runs out of the user's own cache.
    env: { XDG_CACHE_HOME: fileURLToPath(new URL("node_modules/.cache/test", import.meta.url)) },
    // Tests that start the command or a compiler take seconds on two cores.
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
