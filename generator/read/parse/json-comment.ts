import { endOfText } from "./json-keys.js";

/**
 * The offset of the first comment in a text that is otherwise JSON, or `undefined`. YAML flow
 * collections have unquoted keys and comments after `#`, so they don't count.
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
