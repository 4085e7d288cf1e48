import { isLast, type Path, valueAt, type Walk, type WalkSettings, withValueAt } from "./walk.js";

interface CursorSettings extends WalkSettings, Pick<Walk, "takesEmpty"> {
  /** Where the request takes the cursor. */
  readonly cursor: Path;
  /** Where the result has the cursor of the next page, or the header that has it. */
  readonly next: Path | string;
  /** Where the result says whether there is another page: `false`, `null` and `""` mean no. */
  readonly more?: Path;
}

/** Each page has the cursor of the next one; the last page has none. */
export function byCursor({ cursor, next, more, ...settings }: CursorSettings): Walk {
  return {
    ...settings,
    requestAt: (request, position) => withValueAt(request, cursor, position),
    next: ({ value, response }) => {
      if (isLast(value, more)) return undefined;
      return typeof next === "string" ? response.headers.get(next) : valueAt(value, next);
    },
  };
}
