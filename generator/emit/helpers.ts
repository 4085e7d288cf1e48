// One helper for each place that a value can land in. Whatever a document says goes through one of
// them, and so becomes neither code nor markup.

const lineBreak = /\r\n|[\n\r\u2028\u2029]/;

/** A string literal of TypeScript or JSON; the line separators that only JSON allows are escaped too. */
export function literal(value: string): string {
  return JSON.stringify(value).replace(/[\u2028\u2029]/g, escapedCharacter);
}

/** The key of an object literal or a type. */
export function property(name: string): string {
  return /^[A-Za-z_$][\w$]*$/.test(name) && name !== "__proto__" ? name : literal(name);
}

/** A doc comment, on one line where it fits; its text can't end it. Nothing where there is no text. */
export function comment(text: string, margin: string): string {
  const [first = "", ...rest] = text.replaceAll("*/", "*\\/").split(lineBreak);
  const line = `${margin}/** ${first} */`;
  if (rest.length === 0 && line.length <= 100) return line;
  const lines = [first, ...rest].map((each) => `${margin} * ${each}`.trimEnd());
  return [`${margin}/**`, ...lines, `${margin} */`].join("\n");
}

/** A cell of a Markdown table: one line, its pipes escaped. */
export function cell(text: string): string {
  return text
    .trim()
    .replaceAll("|", "\\|")
    .replace(/\s*(\r\n|[\n\r\u2028\u2029])\s*/g, "<br/>");
}

/** A code fence that its contents can't close. */
export function fence(language: string, code: string): string {
  const longest = Math.max(2, ...[...code.matchAll(/`+/g)].map(([run]) => run.length));
  const marks = "`".repeat(longest + 1);
  return `${marks}${language}\n${code.trimEnd()}\n${marks}`;
}

function escapedCharacter(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
}
