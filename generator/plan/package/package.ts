import type { PlannedFile } from "../file.js";
import type { Blueprint, Part } from "../output.js";

const ignored = [
  "dist/",
  "node_modules/",
  "docs/.vitepress/cache/",
  "docs/.vitepress/dist/",
  "",
].join("\n");

/**
 * The files that make a folder a package. Planned last, because it lists what the other outputs
 * add.
 */
export function packageFiles(
  { api, identity, features }: Blueprint,
  { dependencies, entries }: Pick<Part, "dependencies" | "entries">,
): PlannedFile[] {
  const manifest = {
    name: identity.packageName,
    version: identity.version,
    description: `TypeScript SDK of the ${api.title}`,
    ...(api.license === null ? {} : { license: api.license }),
    type: "module",
    sideEffects: false,
    exports: { ...exportsOf(entries), "./package.json": "./package.json" },
    files: ["dist", "src", ...(features.docsInPackage ? ["docs", "!docs/.vitepress"] : [])],
    engines: { node: ">=20.19" },
    scripts: {
      build: "tsc",
      prepack: "npm run build",
      "docs:dev": "vitepress dev docs",
      "docs:build": "vitepress build docs",
      "docs:preview": "vitepress preview docs",
    },
    dependencies,
    devDependencies: { typescript: "^5.9.3", vitepress: "^1.6.4" },
  };
  return [
    { path: "package.json", from: "text", text: `${JSON.stringify(manifest, null, 2)}\n` },
    { path: "tsconfig.json", from: "template", template: "package/tsconfig.json", view: {} },
    { path: ".gitignore", from: "text", text: ignored },
  ];
}

function exportsOf(entries: Part["entries"]): Record<string, object> {
  return Object.fromEntries(
    Object.entries(entries).map(([path, module]) => [
      path,
      { types: `./dist/${module}.d.ts`, default: `./dist/${module}.js` },
    ]),
  );
}
