import { isWeb, patternOf } from "../../text.js";

/** Headers that are sent to one origin, for documents behind a login. */
export interface Login {
  readonly origin: string;
  readonly headers: readonly LoginHeader[];
}

export type LoginHeader = readonly [name: string, value: string];

/**
 * A login from headers and the inputs that get them.
 *
 * @throws {TypeError} if a header is invalid, no input is a URL, or several origins are meant. The
 * message has no values.
 */
export function loginTo(
  inputs: readonly string[],
  headers: Readonly<Record<string, string>>,
): Login | undefined {
  const given = Object.entries(headers);
  if (given.length === 0) return undefined;
  const invalid = given.find((header) => !isHeader(header));
  if (invalid !== undefined) throw new TypeError("headers has an invalid name or value");
  const [origin, other] = originsOf(inputs);
  if (origin === undefined) throw new TypeError("headers are for a document with a URL");
  if (other !== undefined) {
    throw new TypeError(`headers are sent to one origin, not to both ${origin} and ${other}`);
  }
  return { origin, headers: given };
}

/** The origins of the inputs that are URLs. */
export function originsOf(inputs: readonly string[]): readonly string[] {
  return [...new Set(inputs.filter(isWeb).map((input) => new URL(input).origin))];
}

/** Whether `fetch` accepts the header, and sends it as one. */
export function isHeader([name, value]: LoginHeader): boolean {
  try {
    return value !== "" && [...new Headers([[name, value]])].length === 1;
  } catch {
    return false;
  }
}

/** A word of a value that is shorter, such as the scheme `Bearer`, isn't hidden by itself. */
const shortestSecret = 7;

/** A text without the values of a login, which a server may repeat in its answer. */
export function withoutSecrets(text: string, login: Login | undefined): string {
  const values = login?.headers.map(([, value]) => value) ?? [];
  const words = values.flatMap((value) => [value, ...value.split(/\s+/)]);
  return (
    words
      .filter((word) => word.length >= shortestSecret || values.includes(word))
      // In any case, since hosts are printed in lower case.
      .reduce(
        (masked, word) => masked.replace(new RegExp(patternOf(word), "gi"), () => "***"),
        text,
      )
  );
}
