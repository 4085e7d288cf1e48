import type { PageAnswers } from "./double.js";
import type { Answer, Sent } from "./double-answers.js";
import { type Path, valueAt, withValueAt } from "./walk.js";

/** The pages of the lists that are described, by operation id. */
export function pagesOf(lists: Readonly<Record<string, ListDescription>>): PageAnswers {
  return (id, pages, example) => {
    const list = Object.hasOwn(lists, id) ? lists[id] : undefined;
    return list && paging(list, pages, example);
  };
}

/** How an operation's list is paged, as the document describes it. */
export interface ListDescription {
  readonly kind: "cursor" | "offset" | "page" | "url" | "link";
  readonly items: Path;
  /** Where the request has the position: a query parameter, or a field of the body. */
  readonly input?: { readonly in: string; readonly path: Path };
  /** Where the result has the next cursor or URL: a path, or a header. */
  readonly next?: Path | string;
  readonly more?: Path;
  /** Where the result has the number of all items. */
  readonly total?: Path;
  /** Where the result has the number of pages. */
  readonly pages?: Path;
  /** The number of the first page. */
  readonly first?: number;
}

/**
 * Answers with the pages of a list, one for each position.
 *
 * @param example a result of the operation, for the fields next to the items.
 */
function paging(
  list: ListDescription,
  pages: readonly (readonly unknown[])[],
  example: unknown,
): Answer {
  return async (sent) => {
    const index = indexOf(list, pages, sent);
    const items = pages[index] ?? [];
    const isLast = index >= pages.length - 1;
    const next = `page-${index + 2}`;
    const headers = new Headers({ "Content-Type": "application/json" });
    if (list.kind === "link" && !isLast) headers.set("Link", `<${urlOf(sent, next)}>; rel="next"`);
    if (typeof list.next === "string" && !isLast) headers.set(list.next, next);
    const value = [
      [list.items, items],
      [list.more, !isLast],
      [list.total, pages.flat().length],
      [list.pages, pages.length],
      [ownPath(list.next), isLast ? null : list.kind === "url" ? urlOf(sent, next) : next],
    ].reduce<unknown>(
      // The cast is safe: the pairs above are a path and a value.
      (whole, [path, part]) => (path === undefined ? whole : withPart(whole, path as Path, part)),
      example,
    );
    return new Response(JSON.stringify(value), { headers });
  };
}

/** A path to a separate field: the cursor may be a field of the last item instead. */
function ownPath(path: Path | string | undefined): Path | undefined {
  return Array.isArray(path) && !path.includes(-1) ? path : undefined;
}

function withPart(whole: unknown, path: Path, part: unknown): unknown {
  return path.length === 0 ? part : withValueAt(Object(whole), path, part);
}

const parameter = "double-page";

function urlOf({ url }: Sent, next: string): string {
  const target = new URL(url);
  target.searchParams.set(parameter, next);
  return target.href;
}

/** The index of the page that a request asks for. */
function indexOf(
  list: ListDescription,
  pages: readonly (readonly unknown[])[],
  sent: Sent,
): number {
  const position = positionIn(list, sent);
  if (position === undefined || position === null || position === "") return 0;
  const own = /^page-(\d+)$/.exec(String(position))?.[1];
  if (own !== undefined) return Number(own) - 1;
  switch (list.kind) {
    case "page":
      return Math.max(0, Number(position) - (list.first ?? 1));
    case "offset": {
      const starts = pages.map((_, index) => pages.slice(0, index).flat().length);
      const index = starts.lastIndexOf(Number(position));
      return index < 0 ? pages.length : index;
    }
    default: {
      const field = Array.isArray(list.next) ? list.next.slice(list.next.indexOf(-1) + 1) : [];
      const index = pages.findIndex(
        (items) => String(valueAt(items.at(-1), field)) === String(position),
      );
      return index < 0 ? pages.length : index + 1;
    }
  }
}

function positionIn({ input }: ListDescription, { url, bytes }: Sent): unknown {
  const { searchParams } = new URL(url);
  if (input === undefined) return searchParams.get(parameter);
  if (input.in !== "body") return searchParams.get(String(input.path[0]));
  return bytes.length === 0
    ? undefined
    : valueAt(JSON.parse(new TextDecoder().decode(bytes)), input.path);
}
