import type { Schema, SchemaKind } from "../../model/api/schema.js";
import { isMultiple, isTextWithin, limitIn, textLimitsOf } from "./constraints.js";
import { knownNumber, knownText } from "./known-values.js";
import { isoFor, type Subject } from "./moments.js";
import { textOf } from "./pattern-text.js";

/** A realistic value of a schema without nested values. */
export function scalarSample(
  schema: Extract<Schema, { kind: "scalar" | "enum" | "unknown" }>,
  subject: Subject,
): unknown {
  switch (schema.kind) {
    case "scalar":
      return scalarValue(schema, schema.constraints, {
        ...subject,
        description: subject.description ?? schema.description,
      });
    case "enum":
      return schema.values.find((value) => value !== null) ?? null;
    case "unknown":
      return {};
  }
}

function scalarValue(
  { type, format }: Extract<SchemaKind, { kind: "scalar" }>,
  constraints: readonly string[],
  subject: Subject,
): unknown {
  switch (type) {
    case "string":
      return sampleText(subject, format, constraints);
    case "boolean":
      return false;
    case "null":
      return null;
    default:
      return sampleNumber(subject, type === "integer", constraints);
  }
}

/** Strings by format, without dates and times (JSON Schema 2020-12, Validation, 7.3; OpenAPI Format Registry). */
const byFormat: Readonly<Record<string, string>> = {
  duration: "P3D",
  email: "person@example.com",
  "idn-email": "person@example.com",
  hostname: "example.com",
  "idn-hostname": "example.com",
  ipv4: "192.0.2.1",
  ipv6: "2001:db8::1",
  uri: "https://example.com",
  "uri-reference": "/path",
  url: "https://example.com",
  uuid: "123e4567-e89b-42d3-a456-426614174000",
  byte: "aGVsbG8=",
};

/**
 * A realistic string for a field within its constraints, or a placeholder with the field's name.
 */
export function sampleText(
  subject: Subject,
  format: string | null = null,
  constraints: readonly string[] = [],
): string {
  const preferred = preferredText(subject, format);
  const { least, most, pattern } = textLimitsOf(constraints);
  const fits = (text: string) => isTextWithin(text, constraints);
  const unquoted = /^<.*>$/.test(preferred) ? preferred.slice(1, -1) : preferred;
  const found = [preferred, unquoted, unquoted.toLowerCase(), unquoted.toUpperCase()].find(fits);
  if (found !== undefined) return found;
  if (pattern !== null) return textOf(pattern, least, most) ?? preferred;
  return unquoted.slice(0, most).padEnd(Math.min(least, longestPadding), "a");
}

const longestPadding = 128;

function preferredText(subject: Subject, format: string | null): string {
  const { name } = subject;
  if (format === "date-time") return isoFor(name);
  if (format === "date") return isoFor(name).slice(0, 10);
  if (format === "time") return isoFor(name).slice(11);
  const known = format !== null && Object.hasOwn(byFormat, format) ? byFormat[format] : undefined;
  if (known !== undefined) return known;
  const owner = /^(.+?)_?(id|Id|ID)$/.exec(name)?.[1];
  const isIdentifier = /_id$|[a-z](Id|ID)$/.test(name);
  if (isIdentifier && owner) return `${owner}_12345`;
  if (/^id$/i.test(name)) return "12345";
  return knownText(subject) ?? `<${name === "" ? "value" : name}>`;
}

/** A realistic number for a field within its constraints, such as `minimum: 10`. */
function sampleNumber(
  subject: Subject,
  isInteger: boolean,
  constraints: readonly string[],
): number {
  const step = limitIn(constraints, "multipleOf") ?? 0;
  const unit = step > 0 ? step : 1;
  const above = limitIn(constraints, "exclusiveMinimum");
  const below = limitIn(constraints, "exclusiveMaximum");
  const least = limitIn(constraints, "minimum") ?? (above === null ? -Infinity : above + unit);
  const most = limitIn(constraints, "maximum") ?? (below === null ? Infinity : below - unit);
  const clamped = Math.min(most, Math.max(least, knownNumber(subject, isInteger)));
  if (step <= 0 || isMultiple(clamped, step)) return clamped;
  const count = Math.max(Math.ceil(least / step), Math.floor(clamped / step));
  return (count === 0 && step <= most ? 1 : count) * step;
}

/** File extensions by media type. */
const endingByType: readonly (readonly [type: RegExp, ending: string])[] = [
  [/^image\/jpe?g\b/i, "jpg"],
  [/^image\/(gif|webp)\b/i, "$1"],
  [/^image\/svg/i, "svg"],
  [/^image\//i, "png"],
  [/^application\/(pdf|zip|json|gzip)\b/i, "$1"],
  [/^text\/(csv|html|xml)\b/i, "$1"],
  [/^text\//i, "txt"],
  [/^audio\//i, "mp3"],
  [/^video\//i, "mp4"],
];

/** File extensions by field name, for files without a media type. */
const endingByName: readonly (readonly [name: RegExp, ending: string])[] = [
  [/image|photo|picture|avatar|logo|icon|thumbnail|cover/i, "png"],
  [/csv/i, "csv"],
  [/pdf|document|invoice|receipt/i, "pdf"],
  [/zip|archive/i, "zip"],
  [/audio|voice|sound/i, "mp3"],
  [/video|movie/i, "mp4"],
];

/** A realistic file name: `avatar.png`. */
export function sampleFile(name: string, contentType: string | null): string {
  const [type = ""] = (contentType ?? "").split(/[,;]/);
  const [pattern, ending] = endingByType.find(([each]) => each.test(type.trim())) ?? [];
  const captured = pattern && ending ? pattern.exec(type.trim())?.[1] : undefined;
  const fallback = endingByName.find(([each]) => each.test(name))?.[1] ?? "bin";
  const stem = name.replace(/[^\w-]+/g, "-").replace(/^-+|(?<!-)-+$/g, "");
  return `${stem === "" || stem === "body" ? "file" : stem}.${ending?.replace("$1", captured ?? "") ?? fallback}`;
}
