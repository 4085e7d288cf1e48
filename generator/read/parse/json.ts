import type { ValueEvent } from "./yaml.js";

const literal = /(-?\d[\d.eE+-]*|true|false|null)(?=[\s,\]}]|$)/y;

/**
 * The values of JSON in source order, much faster than through the YAML parser. Skipped parts
 * aren't validated.
 *
 * @throws {SyntaxError} at a character that JSON doesn't allow.
 */
export function* jsonEvents(text: string): Generator<ValueEvent> {
  let offset = 0;
  const skip = () => {
    offset = endOfCollection(text, offset);
  };
  while (offset < text.length) {
    const start = offset;
    offset += 1;
    switch (text[start]) {
      case "{":
        yield { kind: "mapping", offset: start, skip };
        break;
      case "[":
        yield { kind: "sequence", offset: start, skip };
        break;
      case "}":
      case "]":
        yield { kind: "end" };
        break;
      case '"':
        offset = endOfText(text, start);
        yield scalar(text, start, offset);
        break;
      case ":":
      case ",":
      case " ":
      case "\t":
      case "\n":
      case "\r":
        break;
      default:
        literal.lastIndex = start;
        if (!literal.test(text)) throw new SyntaxError(`no JSON at ${start}`);
        offset = literal.lastIndex;
        yield scalar(text, start, offset);
    }
  }
}

/** The offset of the bracket that closes the collection around an offset. */
function endOfCollection(text: string, within: number): number {
  let depth = 1;
  for (let offset = within; offset < text.length; offset += 1) {
    switch (text[offset]) {
      case "{":
      case "[":
        depth += 1;
        break;
      case "}":
      case "]":
        depth -= 1;
        if (depth === 0) return offset;
        break;
      case '"':
        offset = endOfText(text, offset) - 1;
    }
  }
  return text.length;
}

function scalar(text: string, offset: number, end: number): ValueEvent {
  return { kind: "scalar", offset, text: () => String(JSON.parse(text.slice(offset, end))) };
}

// `JSON.parse` silently keeps the last of two equal keys. Counting the keys finds duplicates.

/** Counts the keys in valid JSON, duplicates included: strings that a colon follows. */
export function countKeysInText(text: string): number {
  let count = 0;
  for (let start = text.indexOf('"'); start !== -1; ) {
    const end = endOfText(text, start);
    if (isBeforeColon(text, end)) count += 1;
    start = text.indexOf('"', end);
  }
  return count;
}

/** The offset after the closing quotation mark of a string. */
function endOfText(text: string, start: number): number {
  let end = text.indexOf('"', start + 1);
  while (end !== -1 && isEscaped(text, end)) end = text.indexOf('"', end + 1);
  return end === -1 ? text.length : end + 1;
}

function isEscaped(text: string, index: number): boolean {
  let before = index;
  while (text.charCodeAt(before - 1) === backslash) before -= 1;
  return (index - before) % 2 === 1;
}

function isBeforeColon(text: string, end: number): boolean {
  colon.lastIndex = end;
  return colon.test(text);
}

const backslash = 0x5c;
const colon = /\s*:/y;

/** Counts the keys of all objects in a value. */
export function countKeys(value: unknown): number {
  let count = 0;
  const pending = [value];
  while (pending.length > 0) {
    const next = pending.pop();
    const children: readonly unknown[] = Array.isArray(next) ? next : Object.values(next ?? {});
    if (!Array.isArray(next)) count += children.length;
    // Doesn't push scalars: a list may contain millions of numbers.
    for (const child of children)
      if (typeof child === "object" && child !== null) pending.push(child);
  }
  return count;
}

/**
 * The offset of the first comment in a text that is otherwise JSON, or `undefined`. YAML flow
 * collections have unquoted keys and comments after `#`, so they are excluded.
 */
export function commentInJson(text: string): number | undefined {
  if (!/^\s*[{[]\s*["/]/.test(text)) return undefined;
  const mark = /["/]/g;
  for (let found = mark.exec(text); found !== null; found = mark.exec(text)) {
    const { index } = found;
    if (found[0] === "/") return isComment(text, index) ? index : undefined;
    mark.lastIndex = endOfText(text, index);
  }
  return undefined;
}

/** The slashes of an unquoted URL follow a colon. */
function isComment(text: string, index: number): boolean {
  return /^[\s,"{}[\]]\/[/*]/.test(text.slice(index - 1, index + 2));
}
