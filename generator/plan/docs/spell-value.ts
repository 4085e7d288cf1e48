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
  const line = spellLine(value);
  const taken = margin.length + around.join("").length;
  if (!isBreakable(value) || taken + line.length <= snippetWidth) return line;
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

function spellLine(value: unknown): string {
  const code = codeOf(value);
  if (code !== null) return code;
  if (Array.isArray(value)) return `[${value.map((item) => spellLine(item)).join(", ")}]`;
  if (!isFields(value)) return JSON.stringify(value) ?? "undefined";
  const fields = entriesIn(value).map(([name, field]) =>
    isShort(name, field) ? name : `${spellKey(name)}: ${spellLine(field)}`,
  );
  return fields.length === 0 ? "{}" : `{ ${fields.join(", ")} }`;
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
