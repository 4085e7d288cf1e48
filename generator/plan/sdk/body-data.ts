import type { Body, BodyFormat, FieldEncoding, ItemStream } from "../../model/api/payload.js";
import type { Arguments } from "../call/arguments.js";
import type { Call } from "../call/call.js";
import { type Use, use } from "../imports.js";
import type { BodyTypeView, BodyView, EncodingView } from "./data-views.js";
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

/** The writers of the items of a body. */
const itemWriters: Readonly<Record<ItemStream["format"], (typeof writers)[BodyFormat]>> = {
  events: writers.text,
  jsonLines: { module: "body-items", name: "jsonLinesBody", contentType: "application/jsonl" },
  jsonSequence: { module: "body-items", name: "jsonSeqBody", contentType: "application/json-seq" },
};

/** How to write a body, or one of its media types, with the imports that this needs. */
export function bodyData(
  { contentType, format, required, encodings, stream }: Body,
  given: Arguments,
): { readonly view: BodyView; readonly uses: readonly Use[] } {
  const {
    module,
    name,
    contentType: defaultType,
  } = stream ? itemWriters[stream.format] : writers[format];
  const field = given.fields.find((each) => each.in === "body")?.key ?? null;
  const fields = encodings
    .map((encoding) => encodingData(encoding, format))
    .filter(({ view }) => view.settings.length > 0);
  const sent = sentType(contentType, format);
  // Text uses the writer for bytes, whose default media type differs.
  const isDefaultType =
    name !== "rawBody" ? sent === defaultType : format === "binary" && sent === defaultType;
  const own = {
    contentType: isDefaultType ? null : sent,
    isOptional: !required,
    field: given.body === "body" ? field : null,
    hasEncodings: fields.length > 0,
  };
  const isUsual = isDefaultType && required && own.field === null && !own.hasEncodings;
  return {
    view: { write: name, isUsual, ...own, encodings: fields.map(({ view }) => view) },
    uses: [...use(`../runtime/${module}.js`, name), ...fields.flatMap(({ uses }) => uses)],
  };
}

/** How to write a body by its media type, with the imports that this needs. */
export function bodyTypesData(variants: Call["requestVariants"]): {
  readonly views: readonly BodyTypeView[];
  readonly uses: readonly Use[];
} {
  const entries = variants.flatMap(({ operation: { body }, arguments: given, bodies }) =>
    bodies.flatMap((content) => {
      if (body === null) return [];
      const { view, uses } = bodyData({ ...body, ...content }, given);
      const isUsual = !view.isOptional && view.field === null && !view.hasEncodings;
      return [{ view: { ...view, isUsual, contentType: content.contentType }, uses }];
    }),
  );
  return {
    views: entries.map(({ view }) => view),
    uses: [
      ...use("../runtime/body-by-type.js", "bodyByType"),
      ...entries.flatMap(({ uses }) => uses),
    ],
  };
}

/** A range only describes what the server accepts; the request needs a concrete media type. */
function sentType(contentType: string, format: BodyFormat): string {
  return contentType.includes("*") ? writers[format].contentType : contentType;
}

/** A style replaces the media type of a part (OpenAPI 3.1, Encoding Object). */
function encodingData(
  { name, contentType, serialization, headers }: FieldEncoding,
  format: BodyFormat,
): { readonly view: EncodingView; readonly uses: readonly Use[] } {
  const isForm = format === "form";
  const isMultipart = format === "multipart";
  const isJsonInForm = isForm && /json/i.test(contentType ?? "");
  const written = isJsonInForm ? ({ kind: "json" } as const) : serialization;
  const writer = (isForm || isMultipart) && written ? writerOf("query", written) : null;
  const none = { text: null, bare: null, headers: [] };
  const settings = [
    ...(isMultipart && contentType !== null && writer === null
      ? [{ ...none, key: "contentType", text: contentType }]
      : []),
    ...(isMultipart && headers.length > 0 ? [{ ...none, key: "headers", headers }] : []),
    ...(writer ? [{ ...none, key: "write", bare: writer.write }] : []),
    // Parts aren't percent-encoded.
    ...(isForm && writer?.encode ? [{ ...none, key: "encode", bare: writer.encode }] : []),
  ];
  const uses = writer?.uses.filter(({ name }) => isForm || name === writer.write);
  return { view: { name, settings }, uses: uses ?? [] };
}
