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
  const line = lineWithin(isBreakable(value) ? room : Infinity, value);
  if (line !== null) return line;
  const inner = `${margin}  `;
  const lines = Array.isArray(value)
    ? value.map((item) => `${inner}${spellValue(item, [","], inner)},`)
    : entriesIn(value).map(([name, field]) => {
        if (isShort(name, field)) return `${inner}${name},`;
        const key = `${spellKey(name)}: `;
        return `${inner}${key}${spellValue(field, [key, ","], inner)},`;
      });
  const [open, close] = Array.isArray(value) ? "[]" : "{}";
  return [open, ...lines, `${margin}${close}`].join("\n");
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
