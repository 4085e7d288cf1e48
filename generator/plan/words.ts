/**
 * The words of a name as documents write them: `ListDomains`, `list_domains` and `list-domains`
 * are told apart by nothing but their joints. What is no ASCII letter or digit separates words.
 */
function wordsOf(text: string): string[] {
  return (
    text
      .normalize("NFKD")
      .replace(/[\u0300-\u036f]/g, "")
      .replace(/([a-z0-9])([A-Z])/g, "$1 $2")
      // `APIKey` is two words, and the plural `URLs` is one.
      .replace(/([A-Z]+)([A-Z](?!s(?![a-z]))[a-z])/g, "$1 $2")
      .split(/[^A-Za-z0-9]+/)
      .filter((word) => word !== "")
  );
}

/** `list_domains` → `ListDomains`; capitals within a word stay: `OAuthToken` → `OAuthToken`. */
export function pascalCase(text: string): string {
  return wordsOf(text).map(capitalised).join("");
}

/** `ListDomains` → `listDomains`, `URLList` → `urlList`. */
export function camelCase(text: string): string {
  const [first = "", ...rest] = wordsOf(text);
  return first.toLowerCase() + rest.map(capitalised).join("");
}

/** `Clerk Domains` → `clerk-domains`. */
export function kebabCase(text: string): string {
  return wordsOf(text).join("-").toLowerCase();
}

/** `emailSMSTemplates` → `Email SMS Templates`. */
export function titleCase(text: string): string {
  return wordsOf(text).map(capitalised).join(" ");
}

/** `bearerAuth` → `BEARER_AUTH`. */
export function constantCase(text: string): string {
  return wordsOf(text).join("_").toUpperCase();
}

function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
