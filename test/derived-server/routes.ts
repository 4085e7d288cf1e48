import { pointerTo } from "../../generator/pointer.js";
import { isObject, type JsonObject, type Place } from "../../generator/read/document/document.js";
import { follow } from "../../generator/read/document/references.js";

/** An operation of the document, as a server finds it. */
export interface Route {
  readonly method: string;
  /** As the document writes it: `/domains/{domain_id}`. */
  readonly path: string;
  readonly operation: Place;
  readonly parameters: readonly Place[];
  /** The values of the path's parameters as sent, or `null` where a URL is not one of this operation. */
  readonly valuesIn: (url: URL) => ReadonlyMap<string, string> | null;
}

const methods = new Set("get put post delete options head patch trace query".split(" "));

/** The URL for a client if the document has no server. */
const elsewhere = "https://api.example.com";

export function routesIn(document: JsonObject): Route[] {
  return below(document, { node: document, pointer: "" }, "paths").flatMap(([path, item]) =>
    path.startsWith("/")
      ? operationsIn(document, item).map(([method, operation]) => ({
          method,
          path,
          operation,
          parameters: parametersOf(document, item, operation),
          valuesIn: matcher(path, basesOf(document, [operation.node, item.node])),
        }))
      : [],
  );
}

/** The part of a path that is sent: a # starts what distinguishes operations of one URL. */
export function sentPath(path: string): string {
  return path.replace(/#.*/s, "");
}

/** The operations that a request may be for: of those that fit, the ones with the most literal path. */
export function routesFor(routes: readonly Route[], method: string, url: URL) {
  const fitting = routes
    .filter((route) => route.method.toUpperCase() === method.toUpperCase())
    .flatMap((route) => {
      const values = route.valuesIn(url);
      return values === null ? [] : [{ route, values }];
    });
  const most = Math.max(...fitting.map(({ route }) => literalLength(route)));
  return fitting.filter(({ route }) => literalLength(route) === most);
}

function literalLength({ path }: Route): number {
  return sentPath(path).replace(/\{[^}]*\}/g, "").length;
}

function operationsIn(document: JsonObject, item: Place): [method: string, operation: Place][] {
  const own = Object.entries(item.node).flatMap(([method, node]): [string, Place][] =>
    methods.has(method) && isObject(node)
      ? [[method, { node, pointer: pointerTo(item.pointer, method) }]]
      : [],
  );
  return [...own, ...below(document, item, "additionalOperations")];
}

function parametersOf(document: JsonObject, item: Place, operation: Place): Place[] {
  const byKey = new Map(
    [item, operation]
      .flatMap((place) => below(document, place, "parameters"))
      .map(([, place]) => [`${place.node["in"]} ${place.node["name"]}`, place]),
  );
  return [...byKey.values()];
}

/** The value below a key, with references resolved. */
export function below(document: JsonObject, place: Place, key: string): [string, Place][] {
  const value = place.node[key];
  return Object.entries(typeof value === "object" && value !== null ? value : {}).flatMap(
    ([name, node]: [string, unknown]): [string, Place][] => {
      const pointer = pointerTo(place.pointer, key, name);
      const target = isObject(node) ? follow(document, { node, pointer }) : null;
      return target === null ? [] : [[name, target]];
    },
  );
}

/** The URLs of the first owner that has servers. Those relative to a host are on each of the document's. */
function basesOf(document: JsonObject, owners: readonly JsonObject[]): string[] {
  const hosts = [...serversOf(document).filter(isAbsolute), elsewhere];
  const own = owners.map(serversOf).find((urls) => urls.length > 0);
  const bases = own?.flatMap((url) =>
    isAbsolute(url) ? url : hosts.map((host) => new URL(url, host).href),
  );
  return [...(bases ?? serversOf(document).filter(isAbsolute)), elsewhere];
}

/** The URLs of servers, with the defaults of their variables. */
function serversOf({ servers }: JsonObject): string[] {
  return (Array.isArray(servers) ? servers.filter(isObject) : []).map(({ url, variables }) =>
    String(url).replace(/\{([^}]*)\}/g, (_, name: string) => {
      const variable = isObject(variables) ? variables[name] : undefined;
      return isObject(variable) ? String(variable["default"]) : "";
    }),
  );
}

function isAbsolute(url: string): boolean {
  return /^https?:\/\//i.test(url);
}

function matcher(path: string, bases: readonly string[]): Route["valuesIn"] {
  const [bare = "", ...query] = sentPath(path).split("?");
  const fixed = query.join("?");
  const names = [...bare.matchAll(/\{([^}]*)\}/g)].map(([, name = ""]) => name);
  const source = bare
    .split(/\{[^}]*\}/)
    .map(escaped)
    .join("([^/]*)");
  const patterns = bases.map((base) => {
    const { origin, pathname } = new URL(base);
    return { origin, pattern: new RegExp(`^${escaped(pathname.replace(/\/+$/, ""))}${source}$`) };
  });
  return ({ origin, pathname, search }) => {
    if (fixed !== "" && !`&${search.slice(1)}`.includes(`&${fixed}`)) return null;
    const found = patterns
      .filter((each) => each.origin === origin)
      .map(({ pattern }) => pattern.exec(pathname))
      .find((match) => match !== null);
    return found ? new Map(names.map((name, index) => [name, found[index + 1] ?? ""])) : null;
  };
}

/** As a URL writes it, and as a regular expression takes it. */
function escaped(text: string): string {
  const written = new URL(`http://a/${text.replace(/[?#]/g, encodeURIComponent)}`).pathname.slice(
    1,
  );
  return written.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
