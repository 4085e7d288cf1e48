import { endOfText } from "./json-keys.js";

/**
 * Where the first comment stands in a text that would be JSON without; `undefined` where there is
 * none. YAML in brackets, whose keys need no quotation marks, has its own comments, behind `#`.
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

/** The slashes of a URL without quotation marks stand behind its colon. */
function isComment(text: string, index: number): boolean {
  return /^[\s,"{}[\]]\/[/*]/.test(text.slice(index - 1, index + 2));
}
