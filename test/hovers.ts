import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";

/** What an editor shows for the value of an operation: `const value: Domain`. */
export interface Hover {
  /** The function of the operation. */
  readonly operation: string;
  readonly text: string;
}

/** What TypeScript's language service shows for the value of each operation of a package. */
export function hoversOf(folder: string): Hover[] {
  const program = programOf(folder);
  const file = join(folder, "src", "hovers.ts");
  const service = ts.createLanguageService(hostOf(folder, file, program.text));
  return program.functions.map((operation, index) => {
    const at = program.text.indexOf(`value${index} =`);
    const parts = service.getQuickInfoAtPosition(file, at)?.displayParts ?? [];
    const text = parts.map((part) => part.text).join("");
    return { operation, text: text.replace(`value${index}`, "value") };
  });
}

/** Whether the type shown is one name, perhaps of a list or with `null`. */
export function isName({ text }: Hover): boolean {
  return /^const value: [\w$.]+(\[\])*( \| null)?$/.test(text);
}

/** Awaits every operation, each in its own variable, without options, as most callers do. */
function programOf(folder: string): { readonly text: string; readonly functions: string[] } {
  const modules = join(folder, "src/operations");
  const files = statSync(modules, { throwIfNoEntry: false }) ? readdirSync(modules) : [];
  const functions: string[] = [];
  const lines = files.flatMap((file) => {
    const text = readFileSync(join(modules, file), "utf8");
    const declared = [...text.matchAll(/^export function ([\w$]+)[^{]*?\(([^{]*?)\):/gm)];
    const own = new Map(declared.map(([, name = "", parameters = ""]) => [name, parameters]));
    return [
      `import { ${[...own.keys()].join(", ")} } from "./operations/${file.replace(/\.ts$/, ".js")}";`,
      ...[...own].map(([name, parameters]) => {
        functions.push(name);
        const given = /\brequest\??:/.test(parameters)
          ? "null as never, null as never"
          : "null as never";
        return `const value${functions.length - 1} = await ${name}(${given});`;
      }),
    ];
  });
  return { text: `${lines.join("\n")}\nexport {};\n`, functions };
}

function hostOf(folder: string, file: string, text: string): ts.LanguageServiceHost {
  const config = ts.readConfigFile(join(folder, "tsconfig.json"), ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent(config.config, ts.sys, folder);
  const read = (path: string) => (path === file ? text : ts.sys.readFile(path));
  return {
    getCompilationSettings: () => options,
    getScriptFileNames: () => [file],
    getScriptVersion: () => "1",
    getScriptSnapshot: (path) => {
      const found = read(path);
      return found === undefined ? undefined : ts.ScriptSnapshot.fromString(found);
    },
    getCurrentDirectory: () => folder,
    getDefaultLibFileName: ts.getDefaultLibFilePath,
    fileExists: (path) => path === file || ts.sys.fileExists(path),
    readFile: read,
    readDirectory: ts.sys.readDirectory,
    directoryExists: ts.sys.directoryExists,
    getDirectories: ts.sys.getDirectories,
  };
}
