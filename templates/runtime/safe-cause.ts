import { shortened } from "./mask.js";

/** The innermost message: `fetch failed` has the real reason in its cause. */
export function reasonOf(cause: unknown): string {
  if (!(cause instanceof Error)) return "";
  const inner = cause instanceof AggregateError ? cause.errors[0] : cause.cause;
  return reasonOf(inner) || `: ${cause.message}`;
}

/** One line that is safe to print in a terminal, because the server controls the text. */
export function printable(text: string): string {
  return shortened(text, 1000).replace(
    /[\p{C}\p{Zl}\p{Zp}]/gu,
    (character) => `\\u{${character.codePointAt(0)?.toString(16)}}`,
  );
}

/**
 * The cause, or a copy without secrets if it contains one: parsers quote the text that they reject,
 * and the errors of a custom `fetch` may have the request as a property.
 */
export function safeCause(cause: unknown, hide: (text: string) => string): unknown {
  if (typeof cause === "string") return hide(cause);
  if (isSafe(cause, hide)) return cause;
  if (!(cause instanceof Error)) return new Error("it contains a secret");
  const { name, message } = cause;
  const inner = safeCause(cause.cause, hide);
  return Object.assign(new Error(hide(message), { cause: inner }), { name });
}

/** The maximum number of values that are searched for secrets. */
const mostSearched = 10_000;

/** Whether nothing that a log prints of a value contains a secret. */
function isSafe(root: unknown, hide: (text: string) => string): boolean {
  // Has each value once, because a request may refer to itself. It grows in the loop.
  const values = new Set([root]);
  try {
    for (const value of values) {
      if (values.size > mostSearched) return false;
      if (typeof value === "object" && value !== null) {
        for (const inner of printedOf(value)) values.add(inner);
      } else if (typeof value !== "function") {
        const text = String(value);
        if (hide(text) !== text) return false;
      }
    }
    return true;
  } catch {
    // It has a getter that throws.
    return false;
  }
}

/** The own properties of an object, its entries, and what a log reads of errors and requests. */
function printedOf(value: object): unknown[] {
  // The cast is safe: every object may have these properties.
  const { message, stack, url, headers, entries } = value as Readonly<Record<string, unknown>>;
  const own = Reflect.ownKeys(value).flatMap((key) => [key, Reflect.get(value, key)]);
  const inner = typeof entries === "function" ? [...entries.call(value)].flat() : [];
  return [message, stack, url, headers, ...own, ...inner];
}
