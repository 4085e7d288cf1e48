import { codeOf } from "../code.js";
import { isFields } from "../value.js";

/** The width that snippets keep to, in columns: what fits beside a page's navigation. */
export const snippetWidth = 80;

/**
 * A value, plain data or {@link Code}, as a person writes it in TypeScript: on one line where it fits, else a field a line.
 *
 * @param around what stands before and after it on its line, without the margin.
 */
export function spellValue(value: unknown, around: readonly string[] = [], margin = ""): string {
  const room = snippetWidth - margin.length - around.join("").length;
  return [...linesOf(value, room, { margin, before: "", after: "" })].join("\n");
}

/** What stands beside a value: the margin of its last line, and what is before its first one and after it. */
interface Beside {
  readonly margin: string;
  readonly before: string;
  readonly after: string;
}

function* linesOf(
  value: unknown,
  room: number,
  { margin, before, after }: Beside,
): Generator<string> {
  const line = lineWithin(isBreakable(value) ? room : Infinity, value);
  if (line !== null) {
    yield before + line + after;
    return;
  }
  const inner = `${margin}  `;
  const [open, close] = Array.isArray(value) ? "[]" : "{}";
  yield before + open;
  for (const [key, part] of partsOf(value)) {
    const left = snippetWidth - inner.length - key.length - 1;
    if (part === null) yield `${inner}${key},`;
    else yield* linesOf(part.value, left, { margin: inner, before: inner + key, after: "," });
  }
  yield margin + close + after;
}

/** Each item or field with what stands before its value; `null` where that is all of it. */
function partsOf(value: unknown): [key: string, part: { readonly value: unknown } | null][] {
  if (Array.isArray(value)) return value.map((item) => ["", { value: item }]);
  return entriesIn(value).map(([name, field]) =>
    isShort(name, field) ? [name, null] : [`${spellKey(name)}: `, { value: field }],
  );
}

/** A value on one line, or `null` where that is too long; no more of it is looked at than has room. */
function lineWithin(room: number, value: unknown): string | null {
  let line = "";
  for (const piece of piecesOf(value)) {
    line += piece;
    if (line.length > room) return null;
  }
  return line;
}

function* piecesOf(value: unknown): Generator<string> {
  const code = codeOf(value);
  if (code !== null) yield code;
  else if (Array.isArray(value)) {
    yield "[";
    for (const [index, item] of value.entries()) {
      if (index > 0) yield ", ";
      yield* piecesOf(item);
    }
    yield "]";
  } else if (!isFields(value)) yield JSON.stringify(value) ?? "undefined";
  else if (!isBreakable(value)) yield "{}";
  else {
    for (const [index, [name, field]] of entriesIn(value).entries()) {
      yield index === 0 ? "{ " : ", ";
      if (!isShort(name, field)) yield `${spellKey(name)}: `;
      yield* piecesOf(field);
    }
    yield " }";
  }
}

/** Whether a field is a variable of its name. */
function isShort(name: string, field: unknown): boolean {
  return codeOf(field) === name;
}

/** In an object literal, `__proto__` would set the prototype unless it is computed. */
function spellKey(name: string): string {
  if (name === "__proto__") return '["__proto__"]';
  return /^[A-Za-z_$][\w$]*$/.test(name) ? name : JSON.stringify(name);
}

function isBreakable(value: unknown): boolean {
  return Array.isArray(value) ? value.length > 0 : entriesIn(value).length > 0;
}

function entriesIn(value: unknown): [name: string, field: unknown][] {
  return isFields(value) ? Object.entries(value) : [];
}
