type Digit = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9;

type NumberFrom<Text extends string> = Text extends `${infer Value extends number}` ? Value : never;

/** The hundred statuses of a class as literals: `StatusRange<4>` is 400…499. */
export type StatusRange<Hundreds extends 1 | 2 | 3 | 4 | 5> =
  NumberFrom<`${Hundreds}${Digit}${Digit}`>;

/** Every status that isn't a success, as literals: 300…599. */
export type HttpErrorStatus = StatusRange<3> | StatusRange<4> | StatusRange<5>;

/** A key of the Responses Object: a status, a range or `default` (OpenAPI 3.1). */
export type StatusPattern = number | `${1 | 2 | 3 | 4 | 5}XX` | "default";

/** The range of a status: `4XX`. */
export function rangeOf(status: number): StatusPattern {
  // The cast is safe: a status has three digits and starts with 1…5.
  return `${Math.floor(status / 100)}XX` as StatusPattern;
}

/** The entry for a status: the exact code, then its range, then `default`. */
export function entryFor<Entry>(
  table: { readonly [pattern in StatusPattern]?: Entry },
  status: number,
): Entry | undefined {
  return table[status] ?? table[rangeOf(status)] ?? table.default;
}
