// `JSON.parse` silently keeps the last of two equal keys. Counting the keys finds duplicates.

/** Counts the keys in valid JSON, duplicates included: strings that a colon follows. */
export function keysWritten(text: string): number {
  let count = 0;
  for (let start = text.indexOf('"'); start !== -1; ) {
    const end = endOfText(text, start);
    if (isBeforeColon(text, end)) count += 1;
    start = text.indexOf('"', end);
  }
  return count;
}

/** The offset after the closing quotation mark of a string. */
export function endOfText(text: string, start: number): number {
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
export function keysIn(value: unknown): number {
  let count = 0;
  const pending = [value];
  while (pending.length > 0) {
    const next = pending.pop();
    const children: readonly unknown[] = Array.isArray(next) ? next : Object.values(next ?? {});
    if (!Array.isArray(next)) count += children.length;
    // A list of millions of numbers takes no room here.
    for (const child of children)
      if (typeof child === "object" && child !== null) pending.push(child);
  }
  return count;
}
