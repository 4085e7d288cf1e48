/** The module formats that a package can be built in. ES modules are always among them. */
export const moduleFormats = ["esm", "cjs"] as const;

export type ModuleFormat = (typeof moduleFormats)[number];

/**
 * The script that builds a package. `dist/cjs` says that it is CommonJS, since the package itself is
 * an ES module.
 */
export function buildScript(formats: readonly ModuleFormat[]): string {
  if (!formats.includes("cjs")) return "tsc";
  const scope = `fs.writeFileSync('dist/cjs/package.json', JSON.stringify({ type: 'commonjs' }))`;
  return `tsc && tsc -p tsconfig.cjs.json && node -e "${scope}"`;
}

/** The targets of an entry point, by condition: `import` and `require`, if there are two builds. */
export function targetsOf(module: string, formats: readonly ModuleFormat[]): object {
  const esm = targetIn("dist", module);
  return formats.includes("cjs") ? { import: esm, require: targetIn("dist/cjs", module) } : esm;
}

function targetIn(folder: string, module: string): object {
  return { types: `./${folder}/${module}.d.ts`, default: `./${folder}/${module}.js` };
}
