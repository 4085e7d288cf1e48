import type { PlannedFile } from "../file.js";
import type { Blueprint, Part } from "../output.js";

/** What makes a folder of files a package. Planned last: it lists what the other parts bring. */
export function packageFiles(
  { api, identity }: Blueprint,
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
    files: ["dist", "src", "docs"],
    engines: { node: ">=20.19" },
    scripts: { build: "tsc", prepack: "npm run build" },
    dependencies,
    devDependencies: { typescript: "^5.9.3" },
  };
  return [
    { path: "package.json", from: "text", text: `${JSON.stringify(manifest, null, 2)}\n` },
    { path: "tsconfig.json", from: "template", template: "package/tsconfig.json", view: {} },
    { path: ".gitignore", from: "text", text: "dist/\nnode_modules/\n" },
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
