const codeText = Symbol("spelling");

/** Code for a value that JSON can't represent. */
export interface RawCode {
  readonly [codeText]: string;
}

export function rawCode(text: string): RawCode {
  return { [codeText]: text };
}

/** The code of a value, or `null` if it is plain data. */
export function rawCodeOf(value: unknown): string | null {
  return isCode(value) ? value[codeText] : null;
}

function isCode(value: unknown): value is RawCode {
  return typeof value === "object" && value !== null && codeText in value;
}
