import type { Api } from "../model/api/api.js";
import type { Operation } from "../model/api/operation.js";
import { withoutTrailingSlashes } from "../text.js";

/** Finds the operations for a path, those with the most literal text first (OpenAPI 3.1, Paths Object). */
export type FindRoutes = (path: string) => Match[];

/** An operation and the values of its path parameters, decoded. */
export interface Match {
  readonly operation: Operation;
  readonly values: ReadonlyMap<string, string>;
}

/** @returns a search in which the base path of a server may be left out. */
export function routesOf({ operations, servers }: Api): FindRoutes {
  const routes = operations.map(routeOf).sort((a, b) => b.literalLength - a.literalLength);
  const bases = new Set(servers.map(({ url }) => basePathOf(url)).filter((base) => base !== ""));
  return (path) => {
    const inner = [...bases].filter((base) => path.startsWith(`${base}/`));
    const candidates = [path, ...inner.map((base) => path.slice(base.length))];
    return routes.flatMap(({ operation, valuesIn }) =>
      candidates.flatMap((candidate): Match[] => {
        const values = valuesIn(candidate);
        return values === null ? [] : [{ operation, values }];
      }),
    );
  };
}

interface Route {
  readonly operation: Operation;
  readonly literalLength: number;
  /** The values of the path parameters; `null` if a path isn't one of the operation's. */
  readonly valuesIn: (path: string) => ReadonlyMap<string, string> | null;
}

function routeOf(operation: Operation): Route {
  const [template = ""] = operation.path.split(/[?#]/);
  const names = [...template.matchAll(placeholder)].map(([, name = ""]) => name);
  const segments = template.replace(placeholder, "\0").split("/");
  const texts = segments.map((segment) => segment.split("\0"));
  return {
    operation,
    literalLength: template.replace(placeholder, "").length,
    valuesIn(path) {
      const values = valuesAlong(texts, path) ?? valuesAlong(texts, path.replace(/\/$/, ""));
      return values && new Map(names.map((name, index) => [name, values[index] ?? ""]));
    },
  };
}

const placeholder = /\{([^{}]*)\}/g;

/**
 * The values in a path; `null` if it doesn't fit.
 *
 * @param segments by segment of the template, the texts around its placeholders.
 */
function valuesAlong(segments: readonly (readonly string[])[], path: string): string[] | null {
  const parts = path.split("/");
  if (parts.length !== segments.length) return null;
  const values = segments.map((texts, index) => valuesBetween(texts, parts[index] ?? ""));
  return values.includes(null) ? null : values.flatMap((each) => each ?? []);
}

/**
 * The values between the texts of a segment, the first ones as long as possible. Searches each text
 * from the end: the time of a regular expression would be exponential in the number of values.
 */
function valuesBetween([first = "", ...texts]: readonly string[], part: string): string[] | null {
  if (!part.startsWith(first)) return null;
  const last = texts.pop();
  if (last === undefined) return part === first ? [] : null;
  let end = part.length - last.length;
  if (end < first.length || !part.endsWith(last)) return null;
  const values: string[] = [];
  for (const text of texts.reverse()) {
    const start = end < text.length ? -1 : part.lastIndexOf(text, end - text.length);
    if (start < first.length) return null;
    values.unshift(part.slice(start + text.length, end));
    end = start;
  }
  return [part.slice(first.length, end), ...values];
}

function basePathOf(url: string): string {
  return withoutTrailingSlashes(url.replace(/^[a-z][a-z\d+.-]*:\/\/[^/]*/i, ""));
}
