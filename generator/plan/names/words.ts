/**
 * Splits a name of any convention into words: `ListDomains`, `list_domains`, `list-domains`.
 * Any character that isn't a letter or digit of some script is a separator, except an apostrophe
 * within a word. A name without letters and digits becomes the numbers of its characters.
 */
export function wordsOf(text: string): string[] {
  const words = withoutAccents(text)
    .replace(/(?<=\p{L})['\u2019](?=\p{L})/gu, "")
    .replace(/([a-z0-9])([A-Z])/g, "$1 $2")
    // `APIKey` is two words, and the plural `URLs` is one.
    .replace(/(?<![A-Z])([A-Z]+)([A-Z](?!s(?![a-z]))[a-z])/g, "$1 $2")
    .split(/[^\p{L}\p{Mn}\p{Mc}\p{Nd}]+/u)
    .filter((word) => word !== "");
  return words.length > 0 ? words : [...text].map(numbered);
}

/** Most names have no accents, and checking is faster than normalizing. */
export function withoutAccents(text: string): string {
  if (!/[^ -~]/.test(text)) return text;
  return text
    .normalize("NFKD")
    .replace(/([A-Za-z])[\u0300-\u036f]+/g, "$1")
    .normalize("NFC");
}

function numbered(character: string): string {
  return `u${character.codePointAt(0)?.toString(16)}`;
}

/** `list_domains` → `ListDomains`; keeps capitals within a word: `OAuthToken` → `OAuthToken`. */
export function pascalCase(text: string): string {
  return wordsOf(text).map(capitalized).join("");
}

/** `ListDomains` → `listDomains`, `URLList` → `urlList`. */
export function camelCase(text: string): string {
  const [first = "", ...rest] = wordsOf(text);
  return first.toLowerCase() + rest.map(capitalized).join("");
}

/** Treats `OAuth` as one word even without capitals: `oauth-token`. */
function withOAuth(text: string): string {
  return text.replaceAll("OAuth", "Oauth").replaceAll("oAuth", "oauth");
}

/** `Clerk Domains` → `clerk-domains`. */
export function kebabCase(text: string): string {
  return wordsOf(withOAuth(text)).join("-").toLowerCase();
}

/** `emailSMSTemplates` → `Email SMS Templates`. */
export function titleCase(text: string): string {
  return wordsOf(text).map(capitalized).join(" ");
}

/** `bearerAuth` → `BEARER_AUTH`: valid in any shell, so letters of other scripts become numbers. */
export function constantCase(text: string): string {
  const words = wordsOf(withOAuth(text)).map((word) =>
    word.replace(/[^A-Za-z0-9]/gu, (each) => `_${numbered(each)}`),
  );
  return words
    .join("_")
    .replace(/^_|_(?=_)/g, "")
    .toUpperCase();
}

/** `list_domains` → `ListDomains`, as a valid type name. */
export function typeName(text: string): string {
  return identifier(pascalCase(text));
}

/** `list_domains` → `listDomains`, as a valid name of a variable or member. */
export function memberName(text: string): string {
  return identifier(camelCase(text));
}

function identifier(name: string): string {
  return /^\p{L}/u.test(name) ? name : `_${name}`;
}

/** `vessel` → `Vessel`; keeps other capitals. */
export function capitalized(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
