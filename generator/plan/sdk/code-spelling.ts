import type { Blueprint } from "../output.js";
import type { Spelling } from "../types/type-text.js";
import { type Use, useType } from "./imports.js";

/** How types are spelled in a module of the package, with the imports that this needs. */
export interface CodeSpelling extends Spelling {
  /** What the module mentions, found out as types are spelled. */
  readonly uses: readonly Use[];
}

/**
 * @param from the folder of the module, relative to `src`: "" or "operations".
 */
export function codeSpelling({ api, names }: Blueprint, from: "" | "operations"): CodeSpelling {
  const known = new Set(api.schemas.map(({ name }) => name));
  const root = from === "" ? "./" : "../";
  const uses: Use[] = [];
  return {
    uses,
    model: (name) => {
      // A reference may lead to no schema.
      if (!known.has(name)) return "unknown";
      const { type } = names.model(name);
      if (from !== "") uses.push(...useType(`${root}models.js`, type));
      return type;
    },
    file: () => {
      uses.push(...useType(`${root}runtime/body-multipart.js`, "FileInput"));
      return "FileInput";
    },
  };
}
