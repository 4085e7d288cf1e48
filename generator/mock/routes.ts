import type { Api, Operation } from "../model/api.js";
import { escaped } from "./wire-text.js";

/** An operation as the mock server finds it. */
export interface Route {
  readonly operation: Operation;
  /** The values of the path parameters, decoded; `null` if a path isn't one of the operation's. */
  valuesIn(path: string): ReadonlyMap<string, string> | null;
}

export function routesOf({ operations }: Api): Route[] {
  return operations.map((operation) => {
    const [template = ""] = operation.path.split(/[?#]/);
    const names = [...template.matchAll(/\{([^{}]*)\}/g)].map(([, name = ""]) => name);
    const pattern = new RegExp(
      `^${template
        .split(/\{[^{}]*\}/)
        .map(escaped)
        .join("([^/]*)")}/?$`,
    );
    return {
      operation,
      valuesIn(path) {
        const match = pattern.exec(path);
        return match && new Map(names.map((name, index) => [name, match[index + 1] ?? ""]));
      },
    };
  });
}

/** A route and the values of its path parameters. */
export interface Match {
  readonly route: Route;
  readonly values: ReadonlyMap<string, string>;
}

/**
 * The operations for a path, those with the most literal text first (OpenAPI 3.1, Paths Object).
 * The base path of a server may be left out.
 */
export function matchesOf(api: Api, routes: readonly Route[], path: string): Match[] {
  const bases = api.servers.map(({ url }) => basePathOf(url)).filter((base) => base !== "");
  const candidates = [
    path,
    ...bases.filter((base) => path.startsWith(`${base}/`)).map((base) => path.slice(base.length)),
  ];
  return candidates
    .flatMap((candidate) =>
      routes.flatMap((route) => {
        const values = route.valuesIn(candidate);
        return values === null ? [] : [{ route, values }];
      }),
    )
    .sort((a, b) => literalLength(b) - literalLength(a));
}

function literalLength({ route }: Match): number {
  return route.operation.path.replace(/\{[^{}]*\}/g, "").length;
}

function basePathOf(url: string): string {
  const path = url.replace(/^[a-z][a-z\d+.-]*:\/\/[^/]*/i, "");
  return path.replace(/\/+$/, "");
}
