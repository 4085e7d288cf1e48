import type { Blueprint } from "../output.js";
import type { Spelling } from "../types/type-text.js";
import { type Use, useType } from "./imports.js";

/** How types are spelled in a module of the package, with the imports that this needs. */
export interface CodeSpelling extends Spelling {
  /** What the module mentions, found out as types are spelled. */
  readonly uses: Use[];
}

/** @param from the module: `src/models.ts` itself, another one in `src/`, or one in a folder of it. */
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
      // A reference may lead to no schema.
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
