const spelling = Symbol("spelling");

/** A value that no JSON can say: the code that makes it. */
export interface RawCode {
  readonly [spelling]: string;
}

export function rawCode(text: string): RawCode {
  return { [spelling]: text };
}

/** The code that a value is, or `null` where it is plain data. */
export function rawCodeOf(value: unknown): string | null {
  return isCode(value) ? value[spelling] : null;
}

function isCode(value: unknown): value is RawCode {
  return typeof value === "object" && value !== null && spelling in value;
}
