import type { Parameter, Serialization } from "../../model/api.js";
import { type Use, use } from "./imports.js";

/** The names of the runtime's functions that write a value and encode it; `null` is the default. */
export interface Writing {
  readonly write: string | null;
  readonly encode: string | null;
  readonly uses: readonly Use[];
}

type Styled = Extract<Serialization, { kind: "style" }>;

/** The runtime's module for each style, with its functions for values whole and exploded. */
const writers: Readonly<
  Record<
    Styled["style"],
    { readonly module: string; readonly whole: string; readonly exploded: string }
  >
> = {
  matrix: { module: "style-matrix", whole: "matrixStyle", exploded: "matrixExplodedStyle" },
  label: { module: "style-label", whole: "labelStyle", exploded: "labelExplodedStyle" },
  simple: { module: "style-simple", whole: "simpleStyle", exploded: "simpleExplodedStyle" },
  form: { module: "style-form", whole: "formStyle", exploded: "formExplodedStyle" },
  // Exploded, a joint has nothing to join.
  spaceDelimited: {
    module: "style-form",
    whole: "spaceDelimitedStyle",
    exploded: "formExplodedStyle",
  },
  pipeDelimited: {
    module: "style-form",
    whole: "pipeDelimitedStyle",
    exploded: "formExplodedStyle",
  },
  deepObject: {
    module: "style-deep-object",
    whole: "deepObjectStyle",
    exploded: "deepObjectStyle",
  },
};

export function writingOf(location: Parameter["in"], serialization: Serialization | null): Writing {
  if (serialization === null) return { write: null, encode: null, uses: [] };
  if (serialization.kind === "json") {
    const write = location === "path" || location === "header" ? "jsonValue" : "jsonPair";
    return { write, encode: null, uses: use("../runtime/style-content.js", write) };
  }
  const { style, explode, allowReserved } = serialization;
  const { module, whole, exploded } = writers[style];
  const write = explode ? exploded : whole;
  const encode = allowReserved ? "encodeReserved" : null;
  return {
    write,
    encode,
    uses: [
      ...use(`../runtime/${module}.js`, write),
      ...(encode === null ? [] : use("../runtime/encode.js", encode)),
    ],
  };
}
