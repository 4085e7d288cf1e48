import { isRecord } from "../../record.js";
import { objectKey } from "../../text.js";
import { rawCodeOf } from "./raw-code.js";

/** The maximum width of snippets in columns, which fits next to a page's navigation. */
const snippetWidth = 80;

/**
 * The widest margin, in columns. Without a limit, a small value that is nested a thousand levels deep
 * would be megabytes of indentation.
 */
const widestMargin = snippetWidth / 2;

/**
 * A value, plain data or `RawCode`, as TypeScript code: on one line if it fits, else one field per
 * line.
 *
 * @param around the code before and after it on its line, without the margin.
 */
export function valueCode(value: unknown, around: readonly string[] = [], margin = ""): string {
  const width = snippetWidth - margin.length - around.join("").length;
  return [...linesOf(value, width, { margin, before: "", after: "" })].join("\n");
}

/** The code around a value: the margin of its last line, and the text before and after it. */
interface Surroundings {
  readonly margin: string;
  readonly before: string;
  readonly after: string;
}

function* linesOf(
  value: unknown,
  width: number,
  { margin, before, after }: Surroundings,
): Generator<string> {
  const line = lineWithin(isBreakable(value) ? width : Infinity, value);
  if (line !== null) {
    yield before + line + after;
    return;
  }
  const inner = margin.length < widestMargin ? `${margin}  ` : margin;
  const [open, close] = Array.isArray(value) ? "[]" : "{}";
  yield before + open;
  for (const [key, part] of partsOf(value)) {
    const left = snippetWidth - inner.length - key.length - 1;
    if (part === null) yield `${inner}${key},`;
    else yield* linesOf(part.value, left, { margin: inner, before: inner + key, after: "," });
  }
  yield margin + close + after;
}

/** Each item or field: the code before its value, and the value; `null` for shorthand. */
function partsOf(value: unknown): [key: string, part: { readonly value: unknown } | null][] {
  if (Array.isArray(value)) return value.map((item) => ["", { value: item }]);
  return Object.entries(isRecord(value) ? value : {}).map(([name, field]) =>
    isShort(name, field) ? [name, null] : [`${objectKey(name)}: `, { value: field }],
  );
}

/** A value on one line, or `null` if it is too long. Stops as soon as the line is full. */
function lineWithin(width: number, value: unknown): string | null {
  if (!isBreakable(value)) {
    const line = leafCode(value);
    return line.length > width ? null : line;
  }
  const [open, close] = Array.isArray(value) ? ["[", "]"] : ["{ ", " }"];
  let line = open;
  for (const [key, part] of partsOf(value)) {
    line += line === open ? key : `, ${key}`;
    const code = part === null ? "" : lineWithin(width - line.length, part.value);
    if (code === null || line.length > width) return null;
    line += code;
  }
  return line.length + close.length > width ? null : line + close;
}

/** A value without nested values. */
function leafCode(value: unknown): string {
  const code = rawCodeOf(value);
  if (code !== null) return code;
  if (Array.isArray(value)) return "[]";
  return isRecord(value) ? "{}" : (JSON.stringify(value) ?? "undefined");
}

/** Whether a field can use shorthand, because its value is a variable of the same name. */
function isShort(name: string, field: unknown): boolean {
  return rawCodeOf(field) === name;
}

function isBreakable(value: unknown): boolean {
  if (Array.isArray(value)) return value.length > 0;
  return isRecord(value) && Object.keys(value).length > 0;
}
