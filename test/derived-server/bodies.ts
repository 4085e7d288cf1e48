import { pointerTo } from "../../generator/pointer.js";
import {
  isObject,
  type Json,
  type JsonObject,
  type Place,
} from "../../generator/read/document/document.js";
import { follow } from "../../generator/read/document/references.js";
import type { Received } from "./received.js";
import { below, type Route } from "./routes.js";
import type { Schemas } from "./schemas.js";
import { queryShare } from "./styles.js";
import { fieldsOf, pairsIn } from "./wire-values.js";

interface Judging {
  readonly document: JsonObject;
  readonly schemas: Schemas;
}

/** What is wrong with the body of a request, or `null`. */
export async function bodyFault(
  { operation }: Route,
  received: Received,
  { document, schemas }: Judging,
): Promise<string | null> {
  const requested = placeBelow(document, operation, "requestBody");
  const isEmpty = received.body.byteLength === 0;
  if (requested === null) return isEmpty ? null : "a body is sent where none is documented";
  const contentType = received.headers.get("content-type") ?? "";
  const offered = below(document, requested, "content");
  // No fetch sends one with these (Fetch, Request constructor).
  if (isEmpty && /^(GET|HEAD)$/.test(received.method)) return null;
  if (isEmpty && !/multipart|urlencoded/.test(contentType)) {
    return requested.node["required"] === true && offered.some(isSized)
      ? "the body is missing"
      : null;
  }
  const media = offered.find(([type]) => matches(type, contentType));
  if (media === undefined) {
    return `the body is ${contentType || "of no type"}, and not ${offered.map(([type]) => type).join(" or ")}`;
  }
  return faultIn(media[1], contentType, received, { document, schemas });
}

/** Any bytes are a body of bytes, none included. */
function isSized([type]: [string, Place]): boolean {
  return /json|form/.test(type);
}

function placeBelow(document: JsonObject, { node, pointer }: Place, key: string): Place | null {
  const value = node[key];
  return isObject(value)
    ? follow(document, { node: value, pointer: pointerTo(pointer, key) })
    : null;
}

function matches(documented: string, sent: string): boolean {
  const [wanted = "", given = ""] = [documented, sent].map((type) =>
    (type.split(";")[0] ?? "").trim().toLowerCase(),
  );
  const pattern = wanted.split("*").map((part) => part.replace(/[.+?^${}()|[\]\\]/g, "\\$&"));
  return new RegExp(`^${pattern.join(".*")}$`).test(given);
}

async function faultIn(
  media: Place,
  contentType: string,
  { body }: Received,
  { document, schemas }: Judging,
): Promise<string | null> {
  const { schema } = media.node;
  if (!isObject(schema)) return null;
  const place = { node: schema, pointer: pointerTo(media.pointer, "schema") };
  const text = new TextDecoder().decode(body);
  const judged = (value: unknown, as: "request" | "text") => {
    const fault = schemas.faultOf(place.pointer, value, as);
    return fault === null ? null : `body ${fault}`;
  };
  if (/json\b/i.test(contentType)) return judged(JSON.parse(text), "request");
  if (/urlencoded/i.test(contentType)) return judged(formIn(text, media, place, document), "text");
  if (/^multipart\//i.test(contentType)) {
    return judged(await partsIn(body, contentType, document, place), "text");
  }
  return null;
}

function formIn(text: string, media: Place, schema: Place, document: JsonObject) {
  const pairs = pairsIn(text);
  const names = new Set(pairs.map(([name]) => name.replace(/\[.*/, "")));
  const encodings = new Map(below(document, media, "encoding"));
  const nothing = { isOpen: false, names: [] };
  return Object.fromEntries(
    [...names, ...fieldsOf(document, schema).names].flatMap((name) => {
      const { style = "form", explode = style === "form" } = encodings.get(name)?.node ?? {};
      const told = { name, style: String(style), explode: explode === true };
      const { readings } = queryShare(told, pairs, nothing, new Set());
      const [first, second] = readings;
      if (first === undefined) return [];
      const single = Array.isArray(first) && first.length === 1 ? jsonOr(String(second)) : first;
      return [[name, single]];
    }),
  );
}

async function partsIn(
  body: Uint8Array<ArrayBuffer>,
  contentType: string,
  document: JsonObject,
  schema: Place,
): Promise<unknown> {
  const headers = { "Content-Type": contentType };
  const form = await new Response(body, { headers }).formData();
  return Object.fromEntries(
    [...new Set(form.keys())].map((name) => {
      const type = typeOf(document, schema, name);
      const parts = form.getAll(name).map((part) => {
        if (typeof part !== "string") return "";
        return type === "string" ? part : jsonOr(part);
      });
      return [name, parts.length === 1 && type !== "array" ? parts[0] : parts];
    }),
  );
}

function typeOf(document: JsonObject, schema: Place, name: string): Json | undefined {
  const target = follow(document, schema);
  const properties = target?.node["properties"];
  const property = isObject(properties) ? properties[name] : undefined;
  if (!isObject(property)) return undefined;
  return follow(document, { node: property, pointer: "" })?.node["type"];
}

/** An object or list in a form is JSON; other texts are unchanged. */
function jsonOr(text: string): unknown {
  if (!/^\s*[[{]/.test(text)) return text;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
