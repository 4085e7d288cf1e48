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
    // Those have a configuration of their own: they take a registry, other runtimes or a browser.
    exclude: ["**/node_modules/**", "test/package/**", "test/runtimes/**", "test/site/**"],
    globalSetup: "test/build.ts",
    // What a run remembers for the next one is not kept with what the user's own runs do.
    env: { XDG_CACHE_HOME: fileURLToPath(new URL("node_modules/.cache/test", import.meta.url)) },
    // Tests that start the command or a compiler take seconds on two cores.
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
