import type { Body, BodyFormat, FieldEncoding } from "../../model/api.js";
import type { Arguments } from "../call/arguments.js";
import { type Use, use } from "../imports.js";
import type { BodyView, EncodingView } from "./views.js";
import { writerOf } from "./writers.js";

/**
 * The runtime module for each body format, its exported writer, and the writer's default media
 * type.
 */
const writers: Readonly<
  Record<
    BodyFormat,
    { readonly module: string; readonly name: string; readonly contentType: string }
  >
> = {
  json: { module: "body-json", name: "jsonBody", contentType: "application/json" },
  form: {
    module: "body-form",
    name: "formBody",
    contentType: "application/x-www-form-urlencoded",
  },
  multipart: {
    module: "body-multipart",
    name: "multipartBody",
    contentType: "multipart/form-data",
  },
  text: { module: "body-raw", name: "rawBody", contentType: "text/plain" },
  binary: { module: "body-raw", name: "rawBody", contentType: "application/octet-stream" },
};

/** How to write a body, with the imports that this needs. */
export function bodyData(
  { contentType, format, required, encodings }: Body,
  given: Arguments,
): { readonly view: BodyView; readonly uses: readonly Use[] } {
  const { module, name } = writers[format];
  const field = given.fields.find((each) => each.in === "body")?.key ?? null;
  const fields = encodings
    .map((encoding) => encodingData(encoding, format))
    .filter(({ view }) => view.contentType !== null || view.write !== null);
  const sent = sentType(contentType, format);
  // Text uses the writer for bytes, whose default media type differs.
  const isUsualType = format !== "text" && sent === writers[format].contentType;
  const own = {
    contentType: isUsualType ? null : sent,
    isOptional: !required,
    field: given.body === "body" ? field : null,
    hasEncodings: fields.length > 0,
  };
  const isUsual = isUsualType && required && own.field === null && !own.hasEncodings;
  return {
    view: { write: name, isUsual, ...own, encodings: fields.map(({ view }) => view) },
    uses: [...use(`../runtime/${module}.js`, name), ...fields.flatMap(({ uses }) => uses)],
  };
}

/** A range says what is accepted; the request needs a concrete media type. */
function sentType(contentType: string, format: BodyFormat): string {
  return contentType.includes("*") ? writers[format].contentType : contentType;
}

function encodingData({ name, contentType, serialization }: FieldEncoding, format: BodyFormat) {
  const isJsonInForm = format === "form" && /json/i.test(contentType ?? "");
  const written = isJsonInForm ? ({ kind: "json" } as const) : serialization;
  const writer = format === "form" && written ? writerOf("query", written) : null;
  const view: EncodingView = {
    name,
    contentType: format === "multipart" ? contentType : null,
    write: writer?.write ?? null,
    encode: writer?.encode ?? null,
  };
  return { view, uses: writer?.uses ?? [] };
}
