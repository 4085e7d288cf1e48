import sampler from "openapi-sampler";
import { pointerTo } from "../../generator/pointer.js";
import { isObject, type JsonObject, type Place } from "../../generator/read/document/document.js";
import { below, type Route } from "./routes.js";
import type { Schemas } from "./schemas.js";
import { isSequential, sequenceOf } from "./sequences.js";

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export interface AnswerChoice {
  /** `null` is the first success. */
  readonly status: number | null;
  readonly isLast: boolean;
  /** The URL of the request. */
  readonly url: string;
  /** Whether the request asks for a stream where there is another answer too. */
  readonly isStream: boolean;
}

/** Statuses with which an operation fails: each that it documents, and what is meant by any other. */
export function failuresOf(document: JsonObject, { operation }: Route): number[] {
  const documented = below(document, operation, "responses").map(([status]) =>
    Number(status.replace(/XX$/i, "00")),
  );
  return [...documented.filter((status) => status >= 300 && status < 600), 399, 418, 500];
}

/** The documented answer of a status, or the first success. */
export function answerFrom(
  document: JsonObject,
  { operation, method }: Route,
  schemas: Schemas,
  { status, isLast, url, isStream }: AnswerChoice,
): Answer {
  const responses = below(document, operation, "responses");
  const [key, response] =
    (status === null ? responses.find(([each]) => /^2/.test(each)) : entryFor(responses, status)) ??
    responses.find(([each]) => each === "default") ??
    [];
  const code = status ?? (Number(key?.replace(/XX$/i, "00")) || 200);
  const offered = response === undefined ? [] : below(document, response, "content");
  const usual = offered.find(([each]) => isPlainJson(each)) ?? offered[0];
  const [type, media] = (isStream && offered.find(([each]) => isSequential(each))) || usual || [];
  const isBare = media === undefined || method === "head" || code === 204 || code === 304;
  const retry = code >= 300 ? { "Retry-After-Ms": "0" } : {};
  if (isBare) return { status: code, headers: retry, body: "" };
  if (isSequential(type ?? "")) {
    const body = sequenceOf(type ?? "", media, document);
    return { status: code, headers: { ...retry, "Content-Type": type ?? "" }, body };
  }
  const payload = payloadOf(document, media, schemas);
  return {
    status: code,
    headers: { ...retry, "Content-Type": (type ?? "").replaceAll("*", "json") },
    body: written(
      isLast ? emptied(payload) : withOwnNextURL(payload, url),
      /json|\*/i.test(type ?? ""),
    ),
  };
}

function isPlainJson(type: string): boolean {
  return /json/i.test(type) && !isSequential(type);
}

function entryFor(responses: readonly [string, Place][], status: number) {
  const keys = [String(status), `${Math.floor(status / 100)}XX`, "default"];
  return keys
    .map((key) => responses.find(([each]) => each.toUpperCase() === key.toUpperCase()))
    .find((entry) => entry !== undefined);
}

/** A documented example if it is one, else a value made from the schema. */
function payloadOf(document: JsonObject, media: Place, schemas: Schemas): unknown {
  const { schema, example } = media.node;
  const pointer = pointerTo(media.pointer, "schema");
  const named = below(document, media, "examples").map(([, { node }]) => node["value"]);
  const told = [example, ...named].find(
    (value) => value !== undefined && schemas.faultOf(pointer, value, "response") === null,
  );
  return told ?? sampled(isObject(schema) ? schema : {}, document) ?? null;
}

/** What an API says behind the last page of a list: the same with nothing in it, and nothing to go on with. */
export function emptied(value: unknown): unknown {
  if (Array.isArray(value)) return [];
  if (typeof value === "string") return "";
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, emptied(each)]));
}

/**
 * Without URLs of next pages, as those of examples lead to other servers. What the sampler made up
 * for one becomes the URL of the request.
 */
function withOwnNextURL(value: unknown, url: string): unknown {
  if (Array.isArray(value)) return value.map((each) => withOwnNextURL(each, url));
  if (typeof value !== "object" || value === null) return value;
  const isNext = /^(@?odata\.)?next([_-]?(url|link|href|page[_-]?url))?$/i;
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => {
      if (!isNext.test(key)) return [key, withOwnNextURL(each, url)];
      const isURL = /^https?:/.test(String(Object(each).href ?? each));
      if (isURL) return [key, emptied(each)];
      return [key, each === "string" ? url : withOwnNextURL(each, url)];
    }),
  );
}

function written(value: unknown, isJson: boolean): string {
  return typeof value === "string" && !isJson ? value : JSON.stringify(value);
}

function sampled(schema: JsonObject, document: JsonObject): unknown {
  try {
    // The types of the sampler know JSON Schema alone, and it reads that of OpenAPI.
    return sampler.sample(schema as object, { skipWriteOnly: true, quiet: true }, document);
  } catch {
    return {};
  }
}
