import { schemaFinder } from "../model/schema/find-schema.js";
import type { Blueprint } from "./output.js";
import type { ImportView } from "./types/type-lines.js";
import { fits, type Spelling } from "./types/type-text.js";

/** A name that a module imports from another, or `name as another`. */
export interface Use {
  readonly module: string;
  readonly name: string;
  /** Whether it is used only as a type. */
  readonly isType: boolean;
}

export function use(module: string, ...names: readonly string[]): Use[] {
  return names.map((name) => ({ module, name, isType: false }));
}

export function useType(module: string, ...names: readonly string[]): Use[] {
  return names.map((name) => ({ module, name, isType: true }));
}

/** Code, with the imports that it needs. */
export interface Spelled {
  readonly text: string;
  readonly uses: readonly Use[];
}

/** The import lines of a module: each name once, with modules and names sorted. */
export function importViews(uses: readonly Use[]): ImportView[] {
  const modules = new Map<string, Map<string, boolean>>();
  for (const { module, name, isType } of uses) {
    const names = modules.get(module) ?? new Map<string, boolean>();
    names.set(name, (names.get(name) ?? true) && isType);
    modules.set(module, names);
  }
  return [...modules]
    .sort(([a], [b]) => compare(moduleKey(a), moduleKey(b)))
    .map(([module, names]) => importView(module, names));
}

function importView(module: string, uses: ReadonlyMap<string, boolean>): ImportView {
  const isTypeOnly = [...uses.values()].every(Boolean);
  const names = [...uses]
    .sort(([a], [b]) => compareLetters(a, b))
    .map(([name, isType]) => ({ name, isInlineType: isType && !isTypeOnly }));
  const spelled = names.map(({ name, isInlineType }) => (isInlineType ? `type ${name}` : name));
  const line = `import ${isTypeOnly ? "type " : ""}{ ${spelled.join(", ")} } from "${module}";`;
  // A single name stays on the line of its module, however long it is.
  return { module, isTypeOnly, fits: names.length === 1 || fits(line), names };
}

/** Sorts a module before those whose names extend its own: `call.js` before `call-with.js`. */
function moduleKey(module: string): string {
  return module.replace(/\.js$/, "");
}

/** Compares by code unit, so that the order is the same in every locale. */
function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

/** Compares without regard to case, with capitals first if two letters are otherwise the same. */
function compareLetters(a: string, b: string): number {
  const shorter = Math.min(a.length, b.length);
  let index = 0;
  while (index < shorter && a[index] === b[index]) index += 1;
  const [one = "", other = ""] = [a[index], b[index]];
  return compare(one.toLowerCase(), other.toLowerCase()) || compare(one, other);
}

/** Spells types in a module of the package and collects the imports that they need. */
export interface CodeSpelling extends Spelling {
  /** The imports so far. */
  readonly uses: Use[];
}

/** @param from the module: `src/models.ts` itself, another one in `src/`, or one in a subfolder. */
export function codeSpelling(
  { api, names }: Blueprint,
  from: "models" | "src" | "folder",
): CodeSpelling {
  const find = schemaFinder(api.schemas);
  const root = from === "folder" ? "../" : "./";
  const uses: Use[] = [];
  return {
    uses,
    model: (name) => {
      // A reference may lead to a schema that doesn't exist.
      if (find(name) === undefined) return "unknown";
      const { type } = names.model(name);
      if (from !== "models") uses.push(...useType(`${root}models.js`, type));
      return type;
    },
    file: () => {
      uses.push(...useType(`${root}runtime/body-multipart.js`, "FileInput"));
      return "FileInput";
    },
    streams: (name) => {
      const module = name === "ItemsInput" ? "body-items" : "stream";
      uses.push(...useType(`${root}runtime/${module}.js`, name));
      return name;
    },
  };
}
