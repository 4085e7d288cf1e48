const spelling = Symbol("spelling");

/** A value that no JSON can say: the code that makes it. */
export interface Code {
  readonly [spelling]: string;
}

export function code(text: string): Code {
  return { [spelling]: text };
}

/** The code that a value is, or `null` where it is plain data. */
export function codeOf(value: unknown): string | null {
  return isCode(value) ? value[spelling] : null;
}

function isCode(value: unknown): value is Code {
  return typeof value === "object" && value !== null && spelling in value;
}
