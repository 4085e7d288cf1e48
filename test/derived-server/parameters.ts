import { pointerTo } from "../../generator/pointer.js";
import { isObject, type JsonObject, type Place } from "../../generator/read/document/document.js";
import type { Received } from "./received.js";
import { below, type Route, sentPath } from "./routes.js";
import type { Schemas } from "./schemas.js";
import { queryShare, type Readings, type Share, standingReadings } from "./styles.js";
import { decoded, faultOfReadings, fieldsOf, pairsIn } from "./wire-values.js";

/** What is wrong with the parameters of a request, each with its place and name. */
export function parameterFaults(
  route: Route,
  received: Received,
  values: ReadonlyMap<string, string>,
  { document, schemas, credentials }: Judging,
): string[] {
  const query = pairsIn(received.url.search.slice(1));
  const [, own = ""] = sentPath(route.path).split("?");
  const taken = new Set([...credentials, ...pairsIn(own).map(([name]) => name)]);
  const faults = route.parameters.flatMap((place) => {
    const parameter = parameterAt(document, place);
    if (isLeftToOthers(parameter)) return [];
    const others = new Set(route.parameters.flatMap(({ node }) => String(node["name"])));
    const { names, readings } =
      parameter.in === "query" || parameter.in === "querystring"
        ? queryReadings(parameter, received.url, { document, query, others })
        : { names: [], readings: aloneReadings(parameter, received, values) };
    for (const name of names) taken.add(name);
    const fault = faultOf(parameter, readings, schemas);
    return fault === null ? [] : [`${parameter.in} parameter ${parameter.name}: ${fault}`];
  });
  const stray = query.filter(([name]) => !taken.has(name));
  return [...faults, ...stray.map(([name]) => `query parameter ${name} isn't documented`)];
}

export interface Judging {
  readonly document: JsonObject;
  readonly schemas: Schemas;
  /** The query parameters that carry credentials. */
  readonly credentials: readonly string[];
}

interface Described {
  readonly in: string;
  readonly name: string;
  readonly required: boolean;
  readonly style: string;
  readonly explode: boolean;
  readonly schema: Place;
  /** The media type that its value is written in, where there is one. */
  readonly contentType: string | null;
}

function parameterAt(document: JsonObject, place: Place): Described {
  const { node } = place;
  const location = String(node["in"]);
  const style = String(node["style"] ?? (/query|cookie/.test(location) ? "form" : "simple"));
  const [content] = below(document, place, "content");
  const owner = content?.[1] ?? place;
  const { schema } = owner.node;
  return {
    in: location,
    name: String(node["name"]),
    required: location === "path" || node["required"] === true,
    style,
    explode: typeof node["explode"] === "boolean" ? node["explode"] : style === "form",
    schema: { node: isObject(schema) ? schema : {}, pointer: pointerTo(owner.pointer, "schema") },
    contentType: content?.[0] ?? null,
  };
}

/** Set by the body and the credentials (OpenAPI 3.1, Parameter Object). */
function isLeftToOthers({ in: location, name }: Described): boolean {
  return (
    location === "header" && /^(accept|content-type|content-length|authorization)$/i.test(name)
  );
}

function faultOf(
  { required, schema }: Described,
  readings: Readings,
  schemas: Schemas,
): string | null {
  if (readings.length === 0) return required ? "is missing" : null;
  if (Object.keys(schema.node).length === 0) return null;
  return faultOfReadings(readings, schema.pointer, schemas);
}

function aloneReadings(
  { in: location, name, style, explode, contentType }: Described,
  { headers }: Received,
  values: ReadonlyMap<string, string>,
): Readings {
  const cookies = new Map(pairsIn((headers.get("cookie") ?? "").replace(/;\s*/g, "&")));
  const raw =
    location === "header"
      ? headerIn(headers, name)
      : (location === "path" ? values : cookies).get(name);
  if (raw === undefined || (location === "path" && raw === "")) return [];
  const decode = location === "header" ? String : decoded;
  if (contentType !== null) return jsonReadings(decode(raw));
  return standingReadings(location === "cookie" ? "simple" : style, explode, name, raw, decode);
}

/** A header of a name that none can have is never sent (RFC 9110, 5.1). */
function headerIn(headers: Headers, name: string): string | undefined {
  return /^[\w!#$%&'*+.^`|~-]+$/.test(name) ? (headers.get(name) ?? undefined) : undefined;
}

function queryReadings(
  parameter: Described,
  { search }: URL,
  given: {
    readonly document: JsonObject;
    readonly query: ReturnType<typeof pairsIn>;
    readonly others: ReadonlySet<string>;
  },
): Share {
  const { query, others, document } = given;
  const names = query.map(([name]) => name);
  if (parameter.in === "querystring") {
    if (search.length <= 1) return { names: [], readings: [] };
    const isForm = /urlencoded/i.test(parameter.contentType ?? "");
    const fields = Object.fromEntries(query.map(([name, raw]) => [name, decoded(raw)]));
    return { names, readings: isForm ? [fields] : jsonReadings(decoded(search.slice(1))) };
  }
  if (parameter.contentType !== null) {
    const [, raw] = query.find(([name]) => name === parameter.name) ?? [];
    return raw === undefined
      ? { names: [], readings: [] }
      : { names: [parameter.name], readings: jsonReadings(decoded(raw)) };
  }
  return queryShare(parameter, query, fieldsOf(document, parameter.schema), others);
}

function jsonReadings(text: string): Readings {
  try {
    return [JSON.parse(text)];
  } catch {
    return [text];
  }
}
