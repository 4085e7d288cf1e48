const mask = "***";

/** The maximum depth of a logged payload, because the server controls how deep it is. */
const deepest = 32;

/** The maximum length of a logged text, in characters. */
const longest = 10_000;

/** The text without the secrets, in any encoding in which they are sent or quoted. */
export function hidden(text: string, secrets: readonly string[]): string {
  const forms = secrets.flatMap((secret) => {
    // Never throws, unlike `encodeURIComponent`.
    const form = new URLSearchParams([["", secret]]).toString().slice(1);
    return [secret, form, form.replaceAll("+", "%20"), JSON.stringify(secret).slice(1, -1)];
  });
  // Longest first, because one secret may be the start of another.
  forms.sort((a, b) => b.length - a.length);
  return forms.reduce((rest, form) => (form ? rest.replaceAll(form, mask) : rest), text);
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
  depth = 0,
): unknown {
  if (typeof payload === "string") return shortened(hidden(payload, secrets));
  if (typeof payload === "number") return secrets.includes(`${payload}`) ? mask : payload;
  if (typeof payload !== "object" || payload === null) return payload;
  if (depth === deepest) return "…";
  const inner = (value: unknown) => masked(value, fields, secrets, depth + 1);
  if (Array.isArray(payload)) return payload.map(inner);
  return Object.fromEntries(
    Object.entries(payload).map(([name, value]) => [
      hidden(name, secrets),
      fields.includes(name) ? mask : inner(value),
    ]),
  );
}
