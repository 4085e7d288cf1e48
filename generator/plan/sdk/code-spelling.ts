import { type Use, useType } from "../imports.js";
import type { Blueprint } from "../output.js";
import type { Spelling } from "../types/type-text.js";

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
  const known = new Set(api.schemas.map(({ name }) => name));
  const root = from === "folder" ? "../" : "./";
  const uses: Use[] = [];
  return {
    uses,
    model: (name) => {
      // A reference may lead to a schema that doesn't exist.
      if (!known.has(name)) return "unknown";
      const { type } = names.model(name);
      if (from !== "models") uses.push(...useType(`${root}models.js`, type));
      return type;
    },
    file: () => {
      uses.push(...useType(`${root}runtime/body-multipart.js`, "FileInput"));
      return "FileInput";
    },
  };
}
