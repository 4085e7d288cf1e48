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
    number < limit("exclusiveMaximum", Infinity) &&
    isMultiple(number, limit("multipleOf", 0))
  );
}

/** Tolerates the rounding of binary fractions: 19.99 is a multiple of 0.01. */
export function isMultiple(number: number, step: number): boolean {
  const count = number / step;
  return step <= 0 || Math.abs(count - Math.round(count)) < 1e-6;
}

export function isListWithin(items: readonly unknown[], constraints: readonly string[]): boolean {
  const least = limitIn(constraints, "minItems") ?? 0;
  const most = limitIn(constraints, "maxItems") ?? Infinity;
  if (items.length < least || items.length > most) return false;
  return !isUniqueList(constraints) || distinct(items).length === items.length;
}

export function isUniqueList(constraints: readonly string[]): boolean {
  return constraints.includes("uniqueItems: true");
}

/** The items without repeated JSON values. */
export function distinct<Item>(items: readonly Item[]): Item[] {
  return [...new Map(items.map((item) => [JSON.stringify(item), item])).values()];
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
