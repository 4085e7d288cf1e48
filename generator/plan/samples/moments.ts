/** What a document says about a value. */
export interface Subject {
  readonly name: string;
  readonly description: string | null;
}

/** A point in time in the forms that a field may have. */
interface Moment {
  /** RFC 3339, a date if the name says so; Unix time if the description does. */
  readonly text: string;
  /** Unix time in seconds, or in milliseconds if the document says so. */
  readonly number: number;
}

/** Moments by name, so that an object is created before it is updated. The first match wins. */
const moments: readonly (readonly [name: RegExp, iso: string])[] = [
  [/birth|(^|_)dob$/i, "1990-05-17T00:00:00Z"],
  [
    /expir|(^|_)(end|until|before|due|exp|deadline|valid_?to|abandon)(s|ed|ing)?(_|$)|End(s|ed)?(At|Date|Time)?$/i,
    "2026-01-31T09:30:00Z",
  ],
  [/updat|modif|chang|complet|finish|clos|(^|_)last|^last/i, "2025-02-14T16:45:00Z"],
  [/./, "2025-01-31T09:30:00Z"],
];

/** Names of points in time, of any type. */
const isMoment = /(_|^)at(_ms)?$|[a-z]At(Ms)?$|time_?stamp(_?ms)?$/i;
/** Names of days. */
const isDate = /(^|_)date$|Date$|birth_?day$|(^|_)dob$/;
/** Descriptions of points in time. */
const isUnix = /\bunix\b|\bepoch\b/i;
const isIso = /\b(ISO[ -]?8601|RFC[ -]?3339)\b(?!.*duration)/i;

/** The point in time that a field is, or `null` if neither its name nor its description says so. */
export function momentOf({ name, description }: Subject): Moment | null {
  const words = description ?? "";
  const isDay = isDate.test(name);
  const isDescribed = isUnix.test(words) || isIso.test(words);
  if (!isDay && !isMoment.test(name) && !isDescribed) return null;
  const iso = isoFor(name);
  const isInMilliseconds = /milli/i.test(words) || /(_|^)ms$|[a-z]Ms$|millis/i.test(name);
  const number = Date.parse(iso) / (isInMilliseconds ? 1 : 1000);
  const text = isDay ? iso.slice(0, 10) : iso;
  return { number, text: isUnix.test(words) ? String(number) : text };
}

/** A date and time (RFC 3339) that suits the name of a field. */
export function isoFor(name: string): string {
  return moments.find(([pattern]) => pattern.test(name))?.[1] ?? "";
}
