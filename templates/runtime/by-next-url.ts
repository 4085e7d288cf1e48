import { positionOf } from "./next-url.js";
import { isLast, type Path, valueAt, type Walk, type WalkSettings } from "./walk.js";

interface NextURLSettings extends WalkSettings {
  /** Where the result has the URL of the next page. */
  readonly next: Path;
  /** Where the result says whether there is another page: `false`, `null` and `""` mean no. */
  readonly more?: Path;
}

/** Each page has the URL of the next one; the last page has none. */
export function byNextURL({ next, more, ...settings }: NextURLSettings): Walk {
  return {
    ...settings,
    next: (page) => {
      const { value } = page;
      if (isLast(value, more)) return undefined;
      const link = valueAt(value, next);
      // A link of HAL and of JSON:API may be an object with an `href`.
      return positionOf(Object(link).href ?? link, page);
    },
  };
}
