import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build, type Plugin } from "esbuild-wasm";
import { closureOf } from "./closure.js";
import { programFolder } from "./program-folder.js";

// The last step before sdkwright is packed: replaces the modules in `dist/` with a few large ones,
// because loading hundreds of small modules takes a quarter of a short run. Modules that are imported
// on demand stay separate. Names are kept, and source maps lead to the files of `generator/`.

const root = fileURLToPath(programFolder);
const dist = join(root, "dist");

/** In `generator/`, the module of compiled templates is empty. */
const builtTemplates: Plugin = {
  name: "built templates",
  setup({ onResolve }) {
    const path = join(dist, "emit/compiled-templates.js");
    onResolve({ filter: /\/compiled-templates\.js$/ }, () => ({ path }));
  },
};

/** The declarations that programs need: those of `index.ts`, and what they import. */
function declarations(): [path: string, text: string][] {
  const texts = new Map<string, string>();
  closureOf([join(dist, "index.d.ts")], (path) => {
    const text = readFileSync(path, "utf8");
    texts.set(path, text);
    const imported = [...text.matchAll(/\b(?:from |import\()"(\.[^"]*)\.js"/g)];
    return imported.map(([, module]) => join(dirname(path), `${module}.d.ts`));
  });
  return [...texts];
}

const { outputFiles } = await build({
  absWorkingDir: root,
  entryPoints: ["generator/cli.ts", "generator/index.ts"],
  outdir: dist,
  bundle: true,
  splitting: true,
  format: "esm",
  platform: "node",
  target: "es2023",
  packages: "external",
  sourcemap: true,
  sourcesContent: false,
  plugins: [builtTemplates],
  write: false,
});
const modules = outputFiles.map(({ path, text }): [string, string] => [path, text]);
const files = [...modules, ...declarations()];
rmSync(dist, { recursive: true });
for (const [path, text] of files) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}
