import { pointerTo } from "../pointer.js";
import { warningAt } from "../problem.js";
import { isObject, type Place } from "../read/document/document.js";
import type { Operation, Response, ResponseLink, Status } from "./api/operation.js";
import type { Field } from "./api/schema.js";
import { contentsIn } from "./content.js";
import { errorNameFor } from "./errors.js";
import { failuresOf } from "./extensions.js";
import { childOf, entriesOf, type ModelContext, memoizeByPlace, textIn } from "./node.js";
import { fieldFrom } from "./parameters.js";
import { schemaIn } from "./schema/schemas.js";
import { classOf, compareStatuses, statusFrom, statusText } from "./statuses.js";

interface Responses {
  readonly success: readonly Response[];
  readonly errors: readonly Response[];
}

/**
 * The successes and failures of an operation: 2xx and 304 are successes, other 3xx to 5xx are
 * failures.
 *
 * @param operation its id names failures with an unnamed payload.
 * @param failing the keys that the document declares as failures.
 */
export function responsesFrom(
  context: ModelContext,
  place: Place,
  { id, method }: Pick<Operation, "id" | "method">,
  failing: ReadonlySet<string>,
): Responses {
  const responses = childOf(context, place, "responses");
  const all = entriesOf(context, responses)
    .filter(([key]) => !key.startsWith("x-"))
    .flatMap(([key, response]) => responseFrom(context, key, response, responses, id))
    .map((response) => (isBodyless(method, response) ? withoutBody(response) : response))
    .sort((a, b) => compareStatuses(a.status, b.status));
  const rest = all.filter(({ status }) => status.kind === "default");
  const successes = all.filter(({ status }) => classOf(status) === 2);
  const failures = all.filter(({ status }) => (classOf(status) ?? 0) > 2 && !isUnmodified(status));
  // `default` covers every status without an entry, so it covers the successes if none is
  // documented.
  const isFailure = successes.length > 0 || failing.has("default");
  const redirects = isFailure || rest.length > 0 ? [] : failures.filter(isRedirect);
  const successOrDefault = redirects[0]
    ? [redirectTarget(context, redirects[0])]
    : isFailure
      ? successes
      : rest;
  const documented = [...failures.filter((each) => !redirects.includes(each)), ...rest];
  for (const failure of documented) reportPayloads(context, failure, responses);
  return {
    success: [...successOrDefault, ...all.filter(({ status }) => isUnmodified(status))].map(
      (response) => ({ ...response, error: null }),
    ),
    errors: documented,
  };
}

/** Reports JSON payloads that the error class doesn't describe. */
function reportPayloads(
  context: ModelContext,
  { content, alternatives, status }: Response,
  responses: Place | null,
): void {
  const schema = JSON.stringify(content?.schema);
  const others = alternatives.filter(
    (other) => other.format === "json" && JSON.stringify(other.schema) !== schema,
  );
  for (const { contentType } of content?.format === "json" ? others : []) {
    const message = `the error of ${statusText(status)} describes only the payload of "${content?.contentType}", not that of "${contentType}": use one schema for both`;
    const pointer = pointerTo(placeOf(context, responses, status), "content", contentType);
    context.report(warningAt(pointer, message, "unsupported-error-content"));
  }
}

/** The JSON Pointer of the response to a status. */
function placeOf(context: ModelContext, responses: Place | null, status: Status): string {
  const text = statusText(status);
  const found = entriesOf(context, responses).find(
    ([key]) => key.toUpperCase() === text.toUpperCase(),
  );
  return found?.[1].pointer ?? responses?.pointer ?? "";
}

/** A 304 (RFC 9110, 15.4.5), the answer to a conditional request. */
function isUnmodified(status: Status): boolean {
  return status.kind === "code" && status.code === 304;
}

/** Whether a response can't have a body, even if the document declares one (RFC 9110, 6.4.1). */
function isBodyless(method: string, { status }: Response): boolean {
  const isCode = status.kind === "code" && [204, 205, 304].includes(status.code);
  return isCode || method.toLowerCase() === "head";
}

function withoutBody(response: Response): Response {
  return { ...response, content: null, alternatives: [], error: null, text: null };
}

/**
 * Whether `fetch` follows a response, so that a call gets the final one (Fetch, redirect status).
 */
function isRedirect({ status }: Response): boolean {
  return status.kind === "range"
    ? status.hundreds === 3
    : status.kind === "code" && [301, 302, 303, 307, 308].includes(status.code);
}

/** The target of a redirect: a success without a description. */
function redirectTarget(context: ModelContext, { description }: Response): Response {
  const schema = schemaIn(context, { node: {}, pointer: "" }, "schema");
  return {
    status: { kind: "range", hundreds: 2 },
    description,
    content: {
      contentType: "*/*",
      format: "json",
      schema,
      example: null,
      examples: [],
      stream: null,
    },
    alternatives: [],
    headers: [],
    links: [],
    error: null,
    text: null,
  };
}

function responseFrom(
  context: ModelContext,
  key: string,
  place: Place,
  responses: Place | null,
  id: string,
): Response[] {
  const status = statusFrom(key);
  if (status === null) {
    const pointer = pointerTo(responses?.pointer ?? "", key);
    context.report(
      warningAt(
        pointer,
        `"${key}" isn't a status and is left out: write a code, a range such as 4XX, or default`,
        "unknown-status",
      ),
    );
    return [];
  }
  const [content, ...alternatives] = contentsIn(context, place).map(({ place: _, ...own }) => own);
  return [
    {
      status,
      description: textIn(place.node, "description"),
      content: content ?? null,
      alternatives,
      headers: headersFrom(context, place),
      links: linksFrom(context, place),
      error: content ? errorNameFor(id, status, content, place.pointer) : null,
      text: [content, ...alternatives].find((each) => each?.format === "text")?.contentType ?? null,
    },
  ];
}

function linksFrom(context: ModelContext, response: Place): ResponseLink[] {
  return entriesOf(context, childOf(context, response, "links")).flatMap(([name, { node }]) => {
    const target =
      textIn(node, "operationId") ?? textIn(node, "operationRef")?.replace(/^[^#]*#/, "") ?? null;
    if (target === null) return [];
    const parameters = isObject(node["parameters"]) ? Object.entries(node["parameters"]) : [];
    return {
      name,
      description: textIn(node, "description"),
      target,
      parameters: parameters.map(([key, value]) => ({
        name: key,
        value: typeof value === "string" ? value : JSON.stringify(value),
      })),
    };
  });
}

/** `Content-Type` is left out: the content determines it (OpenAPI 3.1, Response Object). */
const headersFrom = memoizeByPlace((context, response): Field[] => {
  const headers = entriesOf(context, childOf(context, response, "headers"));
  return headers
    .filter(([name]) => !/^content-type$/i.test(name))
    .map(([name, place]) => fieldFrom(context, name, place));
});

/**
 * The keys of responses that the document declares as failures.
 *
 * @param places from the outermost to the innermost: inner declarations add to the outer ones, or
 * replace them.
 */
export function failureStatusesIn(places: readonly (Place | null)[]): ReadonlySet<string> {
  const declared = places.flatMap((place) => (place ? [failuresOf(place.node)] : []));
  const alone = declared.findLastIndex(({ replacesOuter }) => replacesOuter);
  return new Set(declared.slice(Math.max(alone, 0)).flatMap(({ statuses }) => statuses));
}
