import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build, type Metafile, type Plugin } from "esbuild-wasm";
import { closureOf } from "./closure.js";
import { programFolder } from "./program-folder.js";

// The last step before sdkwright is packed: replaces the modules in `dist/` with a few large ones, which
// contain the packages that they use, because loading hundreds of small modules takes a third of a short
// run. Modules that are imported on demand stay separate. Names are kept, and source maps lead to the
// files of `generator/`.

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

/**
 * Replaces a text in a module of a package.
 *
 * @throws {Error} if the module doesn't contain the text, such as after an update of the package.
 */
function replacement(filter: RegExp, text: string, replaced: string): Plugin {
  return {
    name: `replacement in ${filter.source}`,
    setup({ onLoad }) {
      onLoad({ filter }, ({ path }) => {
        const source = readFileSync(path, "utf8");
        if (!source.includes(text)) throw new Error(`${path} doesn't contain ${text}`);
        return { contents: source.replace(text, replaced), loader: "js" };
      });
    },
  };
}

/** Creating a segmenter takes 20 ms, and only help measures text. */
const lazySegmenter = replacement(
  /\/string-width\/index\.js$/,
  "const segmenter = new Intl.Segmenter();",
  "let created;\nconst segmenter = { segment: (text) => (created ??= new Intl.Segmenter()).segment(text) };",
);

/**
 * yargs reads translations from a folder next to its own, which `dist/` lacks: its texts stay
 * English.
 */
const noTranslations = replacement(
  /\/yargs\/lib\/platform-shims\/esm\.mjs$/,
  "'../../../locales'",
  "'../locales'",
);

/**
 * The licenses of the bundled packages, which ask for their text in every copy.
 *
 * @throws {Error} if a package has no file with its license.
 */
function licenses({ inputs }: Metafile): string {
  const folders = Object.keys(inputs).flatMap((path) => {
    const [folder] = /^.*node_modules\/(@[^/]+\/)?[^/]+/.exec(path) ?? [];
    return folder ?? [];
  });
  const texts = [...new Set(folders)].sort().map((folder) => {
    const file = readdirSync(join(root, folder)).find((name) => /^licen[cs]e/i.test(name));
    if (file === undefined) throw new Error(`${folder} has no license`);
    const name = folder.replace(/^.*node_modules\//, "");
    return `${name}\n\n${readFileSync(join(root, folder, file), "utf8").trim()}\n`;
  });
  return `This folder contains code of the packages below.\n\n${texts.join(`\n${"-".repeat(80)}\n\n`)}`;
}

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

const { outputFiles, metafile } = await build({
  absWorkingDir: root,
  entryPoints: ["generator/cli.ts", "generator/index.ts"],
  outdir: dist,
  bundle: true,
  splitting: true,
  format: "esm",
  platform: "node",
  target: "es2023",
  // Optional peers.
  external: ["openapi-typescript", "typescript"],
  metafile: true,
  sourcemap: true,
  sourcesContent: false,
  plugins: [builtTemplates, lazySegmenter, noTranslations],
  write: false,
});
const modules = outputFiles.map(({ path, text }): [string, string] => [path, text]);
const notice: [string, string] = [join(dist, "THIRD-PARTY-LICENSES"), licenses(metafile)];
const files = [...modules, notice, ...declarations()];
rmSync(dist, { recursive: true });
for (const [path, text] of files) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}
