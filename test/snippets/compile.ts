import { execFile } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import type { Snippet } from "../generated/snippets.js";

/** A program of a page, and what became of it. */
export interface Program extends Snippet {
  /** The module that it was compiled to. */
  readonly file: string;
}

export interface Compiled {
  readonly programs: readonly Program[];
  /** What the compiler says, each with the page in the place of the file; nothing where all is well. */
  readonly complaints: readonly string[];
}

const project = {
  compilerOptions: {
    target: "ES2022",
    lib: ["ES2022", "DOM", "DOM.Iterable"],
    module: "NodeNext",
    rootDir: ".",
    outDir: "js",
    strict: true,
    noUncheckedIndexedAccess: true,
    exactOptionalPropertyTypes: true,
    noPropertyAccessFromIndexSignature: true,
    noFallthroughCasesInSwitch: true,
    // What a program that reads files has; the package is checked without it, and to the last line.
    types: ["node"],
    skipLibCheck: true,
  },
  include: ["*.ts"],
};

/**
 * Compiles programs as a project that depends on the package.
 *
 * @param sdk the folder of the package, built.
 * @param scratch a folder to write to, whose folders above find what Node programs need.
 */
export async function compiled(
  snippets: readonly Snippet[],
  { sdk, scratch, compiler }: { sdk: string; scratch: string; compiler: string },
): Promise<Compiled> {
  rmSync(scratch, { recursive: true, force: true });
  installIn(scratch, sdk);
  writeFileSync(join(scratch, "package.json"), JSON.stringify({ type: "module" }));
  writeFileSync(join(scratch, "tsconfig.json"), JSON.stringify(project));
  for (const [index, { code }] of snippets.entries()) {
    // An export makes a file a module, so that its top level may wait.
    writeFileSync(join(scratch, `${index}.ts`), `${code}\n${exported(code)}\n`);
  }
  const output = await printed(compiler, ["-p", scratch, "--pretty", "false"], scratch);
  return {
    programs: snippets.map((snippet, index) => ({
      ...snippet,
      file: join(scratch, "js", `${index}.js`),
    })),
    complaints: output
      .split("\n")
      .filter((line) => line.trim() !== "")
      .map((line) =>
        line.replace(/^(\d+)\.ts/, (_, index) => snippets[Number(index)]?.name ?? index),
      ),
  };
}

/** The value of a model, as `shown`, so that it can be looked at. */
function exported(code: string): string {
  const name = /^import type [^\n]*\n\nconst ([\w$]+): /.exec(code)?.[1];
  return name === undefined ? "export {};" : `export { ${name} as shown };`;
}

function installIn(scratch: string, sdk: string): void {
  const { name } = JSON.parse(readFileSync(join(sdk, "package.json"), "utf8"));
  const place = join(scratch, "node_modules", name);
  mkdirSync(dirname(place), { recursive: true });
  symlinkSync(resolve(sdk), place);
}

export function printed(compiler: string, args: readonly string[], cwd: string): Promise<string> {
  return new Promise((done) => {
    const options = { cwd, maxBuffer: 64 * 1024 * 1024 };
    execFile(process.execPath, [compiler, ...args], options, (_, stdout) => done(stdout.trim()));
  });
}
