const mask = "***";

/** The maximum depth of a logged payload, because the server controls how deep it is. */
const deepest = 32;

/** The maximum number of values in a logged payload. */
const most = 10_000;

/** The maximum length of a logged text, in characters. */
const longest = 10_000;

/**
 * How many characters of a secret are searched for. The text after a longer secret is hidden too.
 */
const searched = 500;

/** The shortest secret that is searched for in base64, in characters. */
const shortestInBase64 = 6;

/** The fields of an API's payloads whose values are secret. */
export interface SecretFields {
  readonly names: readonly string[];
  /** Adds the values of these fields in a server's payload to the secrets of a call. */
  readonly register: (payload: unknown, secrets: string[]) => void;
}

/** The text without the secrets, in any encoding in which they are sent or quoted. */
export function hidden(text: string, secrets: readonly string[]): string {
  return hiding(secrets)(text);
}

/** Hides the secrets in any number of texts. */
export function hiding(secrets: readonly string[]): (text: string) => string {
  const searches = [...new Set(secrets.flatMap(formsOf))]
    // Longest first, because one secret may be the start of another.
    .sort((a, b) => b.length - a.length)
    // Letters and digits of ASCII are never encoded. Split first: other letters become them in lower
    // case, such as K, the sign of Kelvin.
    .map((form) => ({ form, words: form.split(/[\W_]+/).map((word) => word.toLowerCase()) }));
  return (text) => {
    const lower = text.toLowerCase();
    // One pattern at a time, and only if the text may match: a call can have thousands of secrets.
    return searches
      .filter(({ words }) => words.every((word) => lower.includes(word)))
      .reduce((rest, { form }) => rest.replace(patternOf(form), mask), text);
  };
}

/** The secret unchanged, as JSON quotes it, and in base64. */
function formsOf(secret: string): string[] {
  if (!secret) return [];
  const start = secret.slice(0, searched);
  return [start, JSON.stringify(start).slice(1, -1), ...base64Of(start)];
}

/** The base64 of a text at any position in a longer one, without what depends on its neighbors. */
function base64Of(text: string): string[] {
  if (text.length < shortestInBase64) return [];
  const bytes = String.fromCharCode(...new TextEncoder().encode(text));
  return [0, 1, 2].map((at) =>
    btoa("\0".repeat(at) + bytes).slice(at && at + 1, ((at + bytes.length) * 4) / 3),
  );
}

function patternOf(form: string): RegExp {
  const rest = form.length < searched ? "" : "[^]*";
  return new RegExp(form.replace(/[\W_]/gu, encodable) + rest, "gi");
}

/** The other spellings of characters in forms (URL Standard) and in base64url (RFC 4648, 5). */
const spellings: Readonly<Record<string, string>> = { " ": "+", "+": "-", "/": "_" };

/**
 * A pattern for a character or an equivalent of it: any percent-encoding,
 * also a repeated one, as in a URL within a URL, or any escape of JSON or HTML.
 */
function encodable(character: string): string {
  const { length } = new TextEncoder().encode(character);
  const exact = `\\${character}|\\${spellings[character] ?? character}`;
  const json = `(?:\\\\u[\\da-f]{4}){${character.length}}`;
  return `(?:${exact}|(?:%(?:25)*[\\da-f]{2}){${length}}|${json}|&#?\\w{1,8};)`;
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
  fields: readonly string[] = [],
  secrets: readonly string[] = [],
): unknown {
  const hide = hiding(secrets);
  let left = most;
  const inner = (value: unknown, depth: number): unknown => {
    left -= 1;
    if (typeof value === "string") return shortened(hide(value));
    if (typeof value === "number") return hide(`${value}`) === mask ? mask : value;
    if (typeof value !== "object" || value === null) return value;
    if (depth === deepest || left <= 0) return "…";
    if (Array.isArray(value)) return value.slice(0, left).map((item) => inner(item, depth + 1));
    return Object.fromEntries(
      Object.entries(value)
        .slice(0, left)
        .map(([name, each]) => [hide(name), fields.includes(name) ? mask : inner(each, depth + 1)]),
    );
  };
  return inner(payload, 0);
}
