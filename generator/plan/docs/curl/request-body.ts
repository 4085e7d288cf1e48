import type { Body } from "../../../model/api/payload.js";
import { isRecord } from "../../../record.js";
import { jsonText } from "../../samples/response-sample.js";
import { fileNameOf } from "../../samples/sample-files.js";
import type { Word } from "./shell.js";
import { fieldsOf, formText, percentEncode, textOf, wireText } from "./wire-text.js";

/** An option of curl and its argument. */
export type CurlOption = readonly [option: string, argument?: Word];

/** A header. curl leaves out one without a value unless it ends with a semicolon. */
export function headerOption(name: string, value: string): CurlOption {
  const text = value === "" ? `${headerName(name)};` : `${headerName(name)}: ${value}`;
  return ["-H", [text.replace(/[\r\n]+/g, " ")]];
}

/** A name of a header (RFC 9110, 5.1). curl would read the headers of a file after an `@`. */
export function headerName(name: string): string {
  return name.replace(/[^\w!#$%&'*+.^`|~-]+/g, "-");
}

/** The options that send a sample body. */
export function bodyOptions(body: Body, contentType: string, sample: unknown): CurlOption[] {
  const typed: CurlOption = headerOption("Content-Type", contentType);
  if (body.stream && body.stream.format !== "events") {
    const start = body.stream.format === "jsonSequence" ? "\u001e" : "";
    const items = Array.isArray(sample) ? sample : [sample];
    return [typed, raw(items.map((item) => `${start}${JSON.stringify(item)}\n`).join(""))];
  }
  switch (body.format) {
    case "multipart":
      return [
        ...(contentType.startsWith("multipart/form-data") ? [] : [typed]),
        ...fieldsOf(sample).flatMap(([name, value]) => parts(name, value, body)),
      ];
    case "form":
      return [
        ...(contentType === "application/x-www-form-urlencoded" ? [] : [typed]),
        ...formOptions(sample, body),
      ];
    case "binary":
      return [typed, ["--data-binary", [`@${fileNameOf(sample) ?? "file.bin"}`]]];
    case "text":
      return [typed, raw(textOf(sample))];
    case "json":
      return [typed, ["-d", [jsonBody(sample)]]];
  }
}

/** JSON on one line if it is short. */
function jsonBody(value: unknown): string {
  const line = JSON.stringify(value);
  return line.length <= 60 ? line : jsonText(value);
}

/** A text that isn't read from a file, even if it begins with `@`. */
function raw(text: string): CurlOption {
  return ["--data-raw", [text]];
}

function formOptions(sample: unknown, { encodings }: Body): CurlOption[] {
  const fields = fieldsOf(sample);
  const isSimple = fields.length > 0 && !fields.some(([, value]) => typeof value === "object");
  if (isSimple && encodings.length === 0) {
    return fields.map(([name, value]) => [
      "--data-urlencode",
      [`${percentEncode(name)}=${textOf(value)}`],
    ]);
  }
  const pairs = fields.map(([name, value]) => {
    const serialization = encodings.find((each) => each.name === name)?.serialization;
    return serialization
      ? wireText({ in: "query", name, serialization }, value)
      : formText({ [name]: value });
  });
  return [raw(pairs.filter(Boolean).join("&"))];
}

function parts(name: string, value: unknown, { encodings }: Body): CurlOption[] {
  const { contentType = null, serialization = null } =
    encodings.find((each) => each.name === name) ?? {};
  if (serialization !== null) {
    const pairs = wireText({ in: "query", name, serialization }, value).split("&");
    return pairs.map((pair) => {
      const [key = "", text = ""] = pair.split("=").map(decodeURIComponent);
      return ["--form-string", [`${key}=${text}`]];
    });
  }
  // A document can't have curl read a file: -F reads those of `name=@file` and `;headers=@file`.
  const declared = /^[\w.+-]+\/[\w.+-]+(?=\s*(;|$))(?!.*,)/.exec(contentType ?? "")?.[0] ?? null;
  const field = name.replaceAll("=", "%3D");
  const items = Array.isArray(value) ? value : [value];
  return items.map((item): CurlOption => {
    const file = fileNameOf(item);
    const type = declared ?? (file !== null || isRecord(item) ? typeOf(file) : null);
    if (file !== null) return ["-F", [`${field}=@${inQuotes(file)};type=${type}`]];
    if (type === null) return ["--form-string", [`${field}=${textOf(item)}`]];
    const text = /[/+]json\b/i.test(type) ? JSON.stringify(item) : textOf(item);
    return ["-F", [`${field}=${inQuotes(text)};type=${type}`]];
  });
}

function typeOf(file: string | null): string {
  return file === null ? "application/json" : "application/octet-stream";
}

/** The value of a part, in which curl doesn't read `;`, `@` and `<`. */
function inQuotes(text: string): string {
  return `"${text.replace(/["\\]/g, "\\$&")}"`;
}
