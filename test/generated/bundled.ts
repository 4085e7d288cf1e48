import { readFileSync } from "node:fs";
import { relative } from "node:path";
import { gzipSync } from "node:zlib";
import { build, type Plugin } from "esbuild-wasm";

/** What a program costs the people who load it, in bytes, without what it loads only when needed. */
export interface Bundle {
  /** The runtime's modules in it. */
  readonly modules: readonly string[];
  readonly minified: number;
  readonly gzipped: number;
}

/**
 * A program in one file, minified and compressed.
 *
 * @param folder what it imports from.
 * @param left modules of the runtime of which nothing but names is taken.
 */
export async function bundled(
  program: string,
  folder: string,
  left: readonly string[] = [],
): Promise<Bundle> {
  const { outputFiles, metafile } = await build({
    stdin: { contents: program, loader: "ts", resolveDir: folder },
    bundle: true,
    minify: true,
    format: "esm",
    target: "es2022",
    metafile: true,
    write: false,
    splitting: true,
    outdir: "bundle",
    logLevel: "error",
    nodePaths: ["node_modules"],
    plugins: left.length > 0 ? [without(left)] : [],
  });
  const [path = "", entry] =
    Object.entries(metafile.outputs).find(([, each]) => each.entryPoint === "<stdin>") ?? [];
  const file = outputFiles.find((each) => relative(process.cwd(), each.path) === path);
  const code = file?.contents ?? new Uint8Array();
  const inputs = entry?.inputs ?? {};
  const modules = Object.entries(inputs).flatMap(([path, { bytesInOutput }]) => {
    const [, module] = /\/runtime\/([\w-]+)\.ts$/.exec(path) ?? [];
    return module === undefined || bytesInOutput === 0 ? [] : [module];
  });
  const gzipped = gzipSync(code, { level: 9 }).length;
  return { modules: modules.sort(), minified: code.length, gzipped };
}

/** Loads modules as functions that do nothing, called like what the modules export. */
function without(left: readonly string[]): Plugin {
  const filter = new RegExp(`/runtime/(${left.join("|")})\\.ts$`);
  return {
    name: "without",
    setup({ onLoad }) {
      onLoad({ filter }, ({ path }) => {
        const declared = /^(?:export )?(?:async )?(?:abstract )?(?:function|const|class) (\w+)/gm;
        const exported = [...readFileSync(path, "utf8").matchAll(declared)];
        const names = new Set(exported.map(([, name]) => name));
        const contents = [...names].map((name) => `export function ${name}() {}`).join("\n");
        return { contents, loader: "ts" };
      });
    },
  };
}
