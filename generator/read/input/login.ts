import { patternOf } from "../../text.js";

/** Headers that are sent to one origin, for documents behind a login. */
export interface Login {
  readonly origin: string;
  readonly headers: readonly LoginHeader[];
}

export type LoginHeader = readonly [name: string, value: string];

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
