import type { PlannedFile } from "../file.js";
import { buildScript, type ModuleFormat, targetsOf } from "../module-formats.js";
import type { Blueprint, OutputFiles } from "../output.js";
import { type PackageFields, withFields } from "../package-fields.js";
import { licenseFile, licenseId } from "./license.js";

const ignored = [
  "dist/",
  "node_modules/",
  "docs/.vitepress/cache/",
  "docs/.vitepress/dist/",
  "",
].join("\n");

/**
 * The files of the package itself: `package.json`, `tsconfig.json`, `.gitignore` and `LICENSE`.
 * Planned last, because it lists what the other outputs add.
 */
export function packageFiles(
  { api, identity, features }: Blueprint,
  {
    dependencies,
    optionalPeers = {},
    entries,
  }: Pick<OutputFiles, "dependencies" | "optionalPeers" | "entries">,
): PlannedFile[] {
  const { packageFields = {}, docsInPackage = false, moduleFormats = ["esm"] } = features;
  const changelog = features.changelog ? ["CHANGELOG.md"] : [];
  const license = licenseFrom(packageFields.license ?? api.license);
  const ours = {
    name: identity.packageName,
    version: identity.version,
    description: `TypeScript SDK of the ${api.title}`,
    ...(license === null ? {} : { license }),
    ...(api.contact === null ? {} : { author: api.contact }),
    ...(api.homepage === null ? {} : { homepage: api.homepage }),
    type: "module",
    sideEffects: false,
    exports: { ...exportsOf(entries, moduleFormats), "./package.json": "./package.json" },
    files: [
      "dist",
      "src",
      ...changelog,
      ...(docsInPackage ? ["docs", "!docs/.vitepress", "!docs/package.json"] : []),
    ],
    engines: { node: ">=20.19" },
    scripts: {
      build: buildScript(moduleFormats),
      prepack: "npm run build",
      "docs:dev": "npm --prefix docs run dev",
      "docs:build": "npm --prefix docs run build",
      "docs:preview": "npm --prefix docs run preview",
    },
    dependencies,
    ...peersOf(optionalPeers),
    devDependencies: { typescript: "^5.9.3", ...optionalPeers },
  };
  const manifest = withFields(ours, packageFields);
  const known = license === null ? null : licenseId(license);
  return [
    { path: "package.json", from: "text", text: `${JSON.stringify(manifest, null, 2)}\n` },
    { path: "tsconfig.json", from: "template", template: "package/tsconfig.json", view: {} },
    ...(moduleFormats.includes("cjs") ? [commonJSConfig] : []),
    { path: ".gitignore", from: "text", text: ignored },
    { path: ".github/workflows/release.yml", from: "copy", source: "package/release.yml" },
    ...(known === null ? [] : [licenseFile(known, holderOf(packageFields, api))]),
  ];
}

function peersOf(optionalPeers: Readonly<Record<string, string>>) {
  const names = Object.keys(optionalPeers);
  if (names.length === 0) return {};
  return {
    peerDependencies: optionalPeers,
    peerDependenciesMeta: Object.fromEntries(names.map((name) => [name, { optional: true }])),
  };
}

const commonJSConfig: PlannedFile = {
  path: "tsconfig.cjs.json",
  from: "copy",
  source: "package/tsconfig.cjs.json",
};

/** The SPDX identifier of a known license; other names are kept. */
function licenseFrom(name: string | null): string | null {
  return name === null ? null : (licenseId(name) ?? name);
}

/** The owner of the copyright: the author, else the contact, else the authors of the API. */
function holderOf({ author }: PackageFields, { contact, title }: Blueprint["api"]): string {
  // npm writes a person as `Name <email> (URL)`.
  const name = typeof author === "string" ? author.split(/[<(]/)[0]?.trim() : author?.name;
  return name || (contact?.name ?? `the authors of the ${title}`);
}

function exportsOf(
  entries: OutputFiles["entries"],
  formats: readonly ModuleFormat[],
): Record<string, object> {
  return Object.fromEntries(
    Object.entries(entries).map(([path, module]) => [path, targetsOf(module, formats)]),
  );
}
