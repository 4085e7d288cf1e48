import { memoize } from "../../memoize.js";
import { type Pattern, patternFrom } from "./pattern.js";
import { isMatched } from "./pattern-text.js";

/** The constraints on a string. */
interface TextLimits {
  readonly least: number;
  readonly most: number;
  /** `null` if there is none, or it isn't supported. */
  readonly pattern: Pattern | null;
}

/** Cached, because parsing a pattern takes most of the time of a sample. */
export const textLimitsOf = memoize((constraints: readonly string[]): TextLimits => {
  const source = wordsIn(constraints, "pattern");
  return {
    least: limitIn(constraints, "minLength") ?? 0,
    most: limitIn(constraints, "maxLength") ?? Infinity,
    pattern: source === null ? null : patternFrom(source),
  };
});

/** Whether a string satisfies its constraints, as far as they are supported. */
export function isTextWithin(text: string, constraints: readonly string[]): boolean {
  if (constraints.length === 0) return true;
  const { least, most, pattern } = textLimitsOf(constraints);
  const length = [...text].length;
  return length >= least && length <= most && (pattern === null || isMatched(pattern, text));
}

export function isNumberWithin(number: number, constraints: readonly string[]): boolean {
  const limit = (keyword: string, otherwise: number) => limitIn(constraints, keyword) ?? otherwise;
  return (
    number >= limit("minimum", -Infinity) &&
    number <= limit("maximum", Infinity) &&
    number > limit("exclusiveMinimum", -Infinity) &&
    number < limit("exclusiveMaximum", Infinity)
  );
}

/** Formats that a regular expression can check (JSON Schema 2020-12, Validation, 7.3). */
const shapes: Readonly<Record<string, RegExp>> = {
  uuid: /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/i,
  date: /^\d{4}-\d\d-\d\d$/,
  "date-time": /^\d{4}-\d\d-\d\d[Tt ]\d\d:\d\d:\d\d(\.\d+)?([Zz]|[+-]\d\d:\d\d)$/,
  email: /^[^@\s]+@[^@\s]+$/,
  uri: /^[a-z][a-z\d+.-]*:\S+$/i,
};

/** Whether a string has a format, as far as that can be checked. */
export function isOfFormat(text: string, format: string | null): boolean {
  const shape = format !== null && Object.hasOwn(shapes, format) ? shapes[format] : undefined;
  return shape === undefined || shape.test(text);
}

export function limitIn(constraints: readonly string[], keyword: string): number | null {
  const limit = Number(wordsIn(constraints, keyword) ?? Number.NaN);
  return Number.isNaN(limit) ? null : limit;
}

/** The value of a constraint: `^[a-z]+$` for `pattern: ^[a-z]+$`. */
function wordsIn(constraints: readonly string[], keyword: string): string | null {
  const found = constraints.find((constraint) => constraint.startsWith(`${keyword}: `));
  return found?.slice(keyword.length + 2) ?? null;
}
