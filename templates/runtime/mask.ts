const mask = "***";

/** The maximum depth of a logged payload, because the server controls how deep it is. */
const deepest = 32;

/** The maximum length of a logged text, in characters. */
const longest = 10_000;

/** The text without the secrets, in any encoding in which they are sent or quoted. */
export function hidden(text: string, secrets: readonly string[]): string {
  return hiding(secrets)(text);
}

function hiding(secrets: readonly string[]): (text: string) => string {
  const forms = secrets.flatMap((secret) => [secret, JSON.stringify(secret).slice(1, -1)]);
  const patterns = forms
    .filter(Boolean)
    // Longest first, because one secret may be the start of another.
    .sort((a, b) => b.length - a.length)
    .map((form) => form.replace(/\W/gu, encodable));
  const pattern = new RegExp(patterns.join("|") || "$^", "gi");
  return (text) => text.replace(pattern, mask);
}

/**
 * A pattern for a character that may be percent-encoded, also more than once, as in a URL within a
 * URL. Which characters are encoded depends on the encoder.
 */
function encodable(character: string): string {
  const bytes = [...new TextEncoder().encode(character)];
  const percent = bytes.map((byte) => `%(25)*${byte.toString(16).padStart(2, "0")}`).join("");
  return `(\\${character}|${percent}${character === " " ? "|\\+|%(25)*2b" : ""})`;
}

/** The text, truncated to a number of characters. */
export function shortened(text: string, length = longest): string {
  return text.length > length ? `${text.slice(0, length)}…` : text;
}

/**
 * A payload for a log: secrets and the values of some fields are hidden, and its depth is limited.
 */
export function masked(
  payload: unknown,
  fields: readonly string[],
  secrets: readonly string[] = [],
): unknown {
  const hide = hiding(secrets);
  const inner = (value: unknown, depth: number): unknown => {
    if (typeof value === "string") return shortened(hide(value));
    if (typeof value === "number") return hide(`${value}`) === mask ? mask : value;
    if (typeof value !== "object" || value === null) return value;
    if (depth === deepest) return "…";
    if (Array.isArray(value)) return value.map((item) => inner(item, depth + 1));
    return Object.fromEntries(
      Object.entries(value).map(([name, each]) => [
        hide(name),
        fields.includes(name) ? mask : inner(each, depth + 1),
      ]),
    );
  };
  return inner(payload, 0);
}
