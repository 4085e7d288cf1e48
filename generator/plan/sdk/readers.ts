import type { Content, Response } from "../../model/api.js";
import { allowsText } from "../call/allows-text.js";
import type { Failure } from "../call/failures.js";
import { contentsOf } from "../contents.js";
import { type FindSchema, followed } from "../find-schema.js";
import { type Use, use } from "../imports.js";
import type { Names } from "../names/names.js";
import type { ReaderView } from "./views.js";

/** What the runtime reads a response with, with the imports that this needs. */
export interface Reader {
  readonly value: string;
  readonly uses: readonly Use[];
}

/** A reader, or the readers of each media type. */
export interface Readers extends Reader {
  readonly readers: readonly ReaderView[];
}

/** The runtime's reader for a success, or for each of its media types. */
export function successReaders(response: Response, find: FindSchema): Readers {
  const { content, alternatives } = response;
  if (alternatives.length === 0) return { ...successReader(content, find), readers: [] };
  const entries = contentsOf(response).map((each) => ({
    contentType: each.contentType,
    ...successReader(each, find),
  }));
  return {
    ...reader("reader-by-type", "readerByType"),
    readers: entries.map(({ contentType, value }) => ({ contentType, reader: value })),
    uses: [
      ...use("../runtime/reader-by-type.js", "readerByType"),
      ...entries.flatMap(({ uses }) => uses),
    ],
  };
}

function successReader(content: Content | null, find: FindSchema): Reader {
  switch (content?.format) {
    case undefined:
      return reader("nothing");
    case "json":
      if (followed(content.schema, find)?.kind === "unknown") return reader("anything");
      return allowsText(content.schema, find)
        ? reader("json-or-text", "jsonOrText")
        : reader("json");
    case "binary":
      return reader("binary");
    default:
      return reader("text");
  }
}

/** What creates the error of a failure: its class, or a choice between the class and text. */
export function errorReader({ error, text, allowsText: mayBeText }: Failure, names: Names): Reader {
  if (error === null) {
    return text === null
      ? { value: "SDKError", uses: use("../runtime/errors.js", "SDKError") }
      : reader("text-error", "textError");
  }
  const own = names.error({ name: error }).class;
  const uses = use("../errors.js", own);
  // A payload that may be text uses its own class for text too.
  const classes = mayBeText ? [own, own] : text === null ? [] : [own];
  if (classes.length === 0) return { value: own, uses };
  return {
    value: `/* @__PURE__ */ jsonOrTextError(${classes.join(", ")})`,
    uses: [...uses, ...use("../runtime/text-error.js", "jsonOrTextError")],
  };
}

function reader(module: string, name = module): Reader {
  return { value: name, uses: use(`../runtime/${module}.js`, name) };
}
