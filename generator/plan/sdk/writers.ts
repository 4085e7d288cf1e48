import type { Parameter, Serialization } from "../../model/api.js";
import { type Use, use } from "./imports.js";

/** The names of what the runtime writes a value with. */
export interface Writing {
  readonly place: string;
  readonly write: string;
  /** `null` where the place's own encoding holds. */
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
  tabDelimited: {
    module: "style-form",
    whole: "tabDelimitedStyle",
    exploded: "formExplodedStyle",
  },
  deepObject: {
    module: "style-deep-object",
    whole: "deepObjectStyle",
    exploded: "deepObjectStyle",
  },
};

const places: Readonly<
  Record<Parameter["in"], { readonly module: string; readonly name: string }>
> = {
  path: { module: "in-path", name: "inPath" },
  query: { module: "in-query", name: "inQuery" },
  header: { module: "in-header", name: "inHeader" },
  cookie: { module: "in-cookie", name: "inCookie" },
};

/** A header carries its characters as they are. */
const headerWriters = {
  module: "style-simple",
  whole: "headerStyle",
  exploded: "headerExplodedStyle",
};

/** What is the whole of a query has no name there. */
const querystringWriters = {
  form: { module: "style-querystring", name: "querystringForm" },
  json: { module: "style-content", name: "jsonValue" },
} as const;

export function writingOf(location: Parameter["in"], serialization: Serialization | null): Writing {
  const { module, name } = places[location];
  const { uses, ...writer } = writerOf(location, serialization);
  return { ...writer, place: name, uses: [...use(`../runtime/${module}.js`, name), ...uses] };
}

/** The runtime's constant for parameters in the default style of their place. */
export function sharedParameter(location: Parameter["in"]): Use {
  const { module } = places[location];
  return { module: `../runtime/${module}.js`, name: `${location}Parameter`, isType: false };
}

/** What writes a value, and what encodes it where that isn't the default of its place. */
export function writerOf(
  location: Parameter["in"],
  serialization: Serialization | null,
): Omit<Writing, "place"> {
  if (serialization?.kind === "json") {
    const write = {
      path: "jsonValue",
      header: "jsonHeader",
      query: "jsonPair",
      cookie: "jsonPair",
    };
    const name = write[location];
    return { write: name, encode: null, uses: use("../runtime/style-content.js", name) };
  }
  if (serialization?.kind === "querystring") {
    const { module, name } = querystringWriters[serialization.format];
    return { write: name, encode: null, uses: use(`../runtime/${module}.js`, name) };
  }
  const { style, explode, allowReserved } = serialization ?? usual(location);
  const writer = location === "header" ? headerWriters : writers[style];
  const write = explode ? writer.exploded : writer.whole;
  const encode = allowReserved ? "encodeReserved" : null;
  return {
    write,
    encode,
    uses: [
      ...use(`../runtime/${writer.module}.js`, write),
      ...(encode === null ? [] : use("../runtime/encode.js", encode)),
    ],
  };
}

/** The style of a place where the document says nothing else (OpenAPI 3.1, Parameter Object). */
function usual(location: Parameter["in"]): Omit<Styled, "kind"> {
  return location === "path" || location === "header"
    ? { style: "simple", explode: false, allowReserved: false }
    : { style: "form", explode: true, allowReserved: false };
}
