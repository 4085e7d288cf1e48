import type { Parameter, Serialization } from "../../model/api/parameter.js";
import { type Use, use } from "../imports.js";

/** The names of the functions that write a value. */
export interface ValueWriter {
  readonly place: string;
  readonly write: string;
  /** `null` for the location's default encoding. */
  readonly encode: string | null;
  readonly uses: readonly Use[];
}

type Styled = Extract<Serialization, { kind: "style" }>;

/** The runtime module for each style, and its functions without and with `explode`. */
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
  // With `explode` there is no delimiter.
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
  spaceSeparated: separated("spaceSeparatedStyle"),
  pipeSeparated: separated("pipeSeparatedStyle"),
  tabSeparated: separated("tabSeparatedStyle"),
  deepObject: {
    module: "style-deep-object",
    whole: "deepObjectStyle",
    exploded: "deepObjectStyle",
  },
};

/** Lists of Swagger 2.0 are never exploded there. */
function separated(name: string) {
  return { module: "style-simple", whole: name, exploded: name };
}

const places: Readonly<
  Record<Parameter["in"], { readonly module: string; readonly name: string }>
> = {
  path: { module: "in-path", name: "inPath" },
  query: { module: "in-query", name: "inQuery" },
  header: { module: "in-header", name: "inHeader" },
  cookie: { module: "in-cookie", name: "inCookie" },
};

/** Headers aren't percent-encoded. */
const headerWriters = {
  module: "style-simple",
  whole: "headerStyle",
  exploded: "headerExplodedStyle",
};

/** A parameter that is the whole query doesn't send its name. */
const querystringWriters = {
  form: { module: "style-querystring", name: "querystringForm" },
  json: { module: "style-content", name: "jsonValue" },
} as const;

export function writingOf(
  location: Parameter["in"],
  serialization: Serialization | null,
): ValueWriter {
  const { module, name } = places[location];
  const { uses, ...writer } = writerOf(location, serialization);
  return { ...writer, place: name, uses: [...use(`../runtime/${module}.js`, name), ...uses] };
}

/** The runtime's constant for a parameter in the default style of its location. */
export function sharedParameter(location: Parameter["in"]): Use {
  const { module } = places[location];
  return { module: `../runtime/${module}.js`, name: `${location}Parameter`, isType: false };
}

/**
 * The function that writes a value, and the one that encodes it if it isn't the location's default.
 */
export function writerOf(
  location: Parameter["in"],
  serialization: Serialization | null,
): Omit<ValueWriter, "place"> {
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
  const { style, explode, allowReserved } = serialization ?? defaultStyle(location);
  const isHeader = location === "header";
  const writer = isHeader && style === "simple" ? headerWriters : writers[style];
  const write = explode ? writer.exploded : writer.whole;
  // Headers aren't percent-encoded; the writers of their default style know that.
  const isPlain = isHeader && writer !== headerWriters;
  const encode = allowReserved ? "encodeReserved" : isPlain ? "String" : null;
  return {
    write,
    encode,
    uses: [
      ...use(`../runtime/${writer.module}.js`, write),
      ...(encode === "encodeReserved" ? use("../runtime/encode.js", encode) : []),
    ],
  };
}

/** The default style of a location (OpenAPI 3.1, Parameter Object). */
function defaultStyle(location: Parameter["in"]): Omit<Styled, "kind"> {
  return location === "path" || location === "header"
    ? { style: "simple", explode: false, allowReserved: false }
    : { style: "form", explode: true, allowReserved: false };
}
