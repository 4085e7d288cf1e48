/** A number or a boolean of YAML whose text JSON doesn't have, such as `1.10` or `True`. */
interface WrittenScalar {
  readonly [mark]: true;
  readonly value: unknown;
  readonly text: string;
}

const mark = Symbol("written");

/** The value of a scalar, with its text if JSON would write another one. */
export function writtenScalar(value: unknown, text: string): unknown {
  return String(value) === text ? value : ({ [mark]: true, value, text } satisfies WrittenScalar);
}

/** The text of a key: `1.10` is a name, and not the number 1.1. */
export function writtenKey(key: unknown): unknown {
  return isWritten(key) ? key.text : key;
}

function isWritten(value: unknown): value is WrittenScalar {
  return typeof value === "object" && value !== null && mark in value;
}

/**
 * Replaces the written scalars of a parsed document, in place: by their text where OpenAPI expects
 * text, such as the version of a document or a value of a string's `enum`, else by their value.
 */
export function withoutWritten(root: unknown): unknown {
  if (isWritten(root)) return root.value;
  const pending: { readonly node: unknown; readonly isText: boolean }[] = [
    { node: root, isText: false },
  ];
  const seen = new Set<unknown>();
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const { node, isText } = next;
    if (typeof node !== "object" || node === null || seen.has(node)) continue;
    seen.add(node);
    for (const [key, value] of Object.entries(node)) {
      const expectsText = Array.isArray(node) ? isText : hasTextAt(node, key);
      if (isWritten(value)) Reflect.set(node, key, expectsText ? value.text : value.value);
      else pending.push({ node: value, isText: expectsText && Array.isArray(value) });
    }
  }
  return root;
}

/** Whether a key of an object has text, or a list of texts. */
function hasTextAt(node: object, key: string): boolean {
  if (key === "version") return "title" in node;
  if (key === "title") return "version" in node;
  if (key === "required") return true;
  return /^(enum|const|default|examples?)$/.test(key) && "type" in node && isString(node.type);
}

function isString(type: unknown): boolean {
  return Array.isArray(type) ? type.includes("string") : type === "string";
}
