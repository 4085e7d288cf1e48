const mask = "***";

/** The maximum depth of a logged payload, because the server controls how deep it is. */
const deepest = 32;

/** The maximum number of values in a logged payload. */
const most = 10_000;

/** The maximum length of a logged text, in characters. */
const longest = 10_000;

/** The characters of a secret that are searched for. What follows a longer one is hidden too. */
const searched = 500;

/** The shortest secret that is searched for in base64, in characters. */
const shortestInBase64 = 6;

/** The fields of an API's payloads whose values are secret. */
export interface SecretFields {
  readonly names: readonly string[];
  /** Adds what these fields hold in a payload of the server to the secrets of a call. */
  readonly register: (payload: unknown, secrets: string[]) => void;
}

/** The text without the secrets, in any encoding in which they are sent or quoted. */
export function hidden(text: string, secrets: readonly string[]): string {
  return hiding(secrets)(text);
}

/** Hides the secrets in any number of texts. */
export function hiding(secrets: readonly string[]): (text: string) => string {
  const forms = [...new Set(secrets.flatMap(formsOf))]
    // Longest first, because one secret may be the start of another.
    .sort((a, b) => b.length - a.length)
    .map((form) => ({ form, word: longestWordIn(form) }));
  // One pattern at a time, and only if the text may match: a call can have thousands of secrets.
  return (text) => {
    const lower = text.toLowerCase();
    const found = forms.filter(({ word }) => lower.includes(word));
    return found.reduce((rest, { form }) => rest.replace(patternOf(form), mask), text);
  };
}

/** The secret as it is, as JSON quotes it, and in base64. */
function formsOf(secret: string): string[] {
  const start = secret.slice(0, searched);
  const forms = [start, JSON.stringify(start).slice(1, -1)];
  return start.length < shortestInBase64 ? forms.filter(Boolean) : [...forms, ...base64Of(start)];
}

/** The base64 of a text at any position in a longer one, without what depends on its neighbours. */
function base64Of(text: string): string[] {
  const bytes = String.fromCharCode(...new TextEncoder().encode(text));
  return ["", "\0", "\0\0"].map((before) => {
    const bits = (before + bytes).length * 8;
    return btoa(before + bytes).slice(Math.ceil((before.length * 8) / 6), Math.floor(bits / 6));
  });
}

/** Letters and digits are never encoded. */
function longestWordIn(form: string): string {
  const words = form.toLowerCase().split(/\W+/);
  return words.reduce((found, word) => (word.length > found.length ? word : found));
}

function patternOf(form: string): RegExp {
  const rest = form.length < searched ? "" : "[^]*";
  return new RegExp(form.replace(/[^a-z\d]/giu, encodable) + rest, "gi");
}

/**
 * A pattern for a character that may be encoded: percent-encoded, also more than once, as in a URL
 * within a URL; escaped as in JSON or HTML; replaced as in a form or in base64url. Which characters
 * are encoded depends on the encoder.
 */
function encodable(character: string): string {
  const bytes = [...new TextEncoder().encode(character)];
  const percent = bytes.map((byte) => `%(?:25)*${hex(byte, 2)}`).join("");
  const units = character.split("").map((unit) => `\\\\u${hex(unit.charCodeAt(0), 4)}`);
  const replaced = { " ": "\\+|%(?:25)*2b|", "+": "-|", "/": "_|" }[character] ?? "";
  return `(?:${character.replace(/[^\w\s]/u, "\\$&")}|${replaced}${percent}|${units.join("")}|&#?\\w{1,8};)`;
}

function hex(number: number, digits: number): string {
  return number.toString(16).padStart(digits, "0");
}

/** The text, truncated to a number of characters. */
export function shortened(text: string, length = longest): string {
  return text.length > length ? `${text.slice(0, length)}…` : text;
}

/**
 * A payload for a log: secrets and the values of some fields are hidden, and its depth and size are
 * limited.
 */
export function masked(
  payload: unknown,
  fields: readonly string[],
  secrets: readonly string[] = [],
): unknown {
  const hide = hiding(secrets);
  let count = 0;
  const limited = <Item>(items: Item[], end: Item) => {
    const left = Math.max(0, most - count);
    return items.length > left ? [...items.slice(0, left), end] : items;
  };
  const inner = (value: unknown, depth: number): unknown => {
    count += 1;
    if (typeof value === "string") return shortened(hide(value));
    if (typeof value === "number") return hide(`${value}`) === mask ? mask : value;
    if (typeof value !== "object" || value === null) return value;
    if (depth === deepest) return "…";
    if (Array.isArray(value)) return limited(value, "…").map((item) => inner(item, depth + 1));
    return Object.fromEntries(
      limited(Object.entries(value), ["…", "…"]).map(([name, each]) => [
        hide(name),
        fields.includes(name) ? mask : inner(each, depth + 1),
      ]),
    );
  };
  return inner(payload, 0);
}
