import { warningAt } from "../problem.js";
import type { Place } from "../read/document/document.js";
import { pointerTo } from "../read/document/document.js";
import type { Field, Operation, Response, Status } from "./api.js";
import { contentIn, textTypeIn } from "./content.js";
import { errorNameFor } from "./errors.js";
import { childOf, entriesOf, type ModelContext, textIn } from "./node.js";
import { fieldFrom } from "./parameters.js";
import { schemaIn } from "./schemas.js";
import { classOf, compareStatuses, statusFrom } from "./statuses.js";

export interface Responses {
  readonly success: readonly Response[];
  readonly errors: readonly Response[];
}

/**
 * The successes and failures of an operation: 2xx and 304 are successes, other 3xx to 5xx are
 * failures.
 *
 * @param operation its id names failures whose payload has no name.
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
  // `default` covers every status without an entry, and so the successes if none is documented.
  const isFailure = successes.length > 0 || failing.has("default");
  const redirects = isFailure || rest.length > 0 ? [] : failures.filter(isRedirect);
  const described = redirects[0]
    ? [redirected(context, redirects[0])]
    : isFailure
      ? successes
      : rest;
  return {
    success: [...described, ...all.filter(({ status }) => isUnmodified(status))].map(
      (response) => ({ ...response, error: null }),
    ),
    errors: [...failures.filter((each) => !redirects.includes(each)), ...rest],
  };
}

/** A 304 (RFC 9110, 15.4.5), the answer to a conditional request. */
function isUnmodified(status: Status): boolean {
  return status.kind === "code" && status.code === 304;
}

/** Whether a response can't have a body, whatever the document says (RFC 9110, 6.4.1). */
function isBodyless(method: string, { status }: Response): boolean {
  const isCode = status.kind === "code" && [204, 205, 304].includes(status.code);
  return isCode || method.toLowerCase() === "head";
}

function withoutBody(response: Response): Response {
  return { ...response, content: null, error: null, text: null };
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
function redirected(context: ModelContext, { description }: Response): Response {
  const schema = schemaIn(context, { node: {}, pointer: "" }, "schema");
  return {
    status: { kind: "range", hundreds: 2 },
    description,
    content: { contentType: "*/*", format: "json", schema, example: null, stream: null },
    headers: [],
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
        `"${key}" isn't a status; it is left out. Write a code, a range such as 4XX, or default.`,
        "unknown-status",
      ),
    );
    return [];
  }
  const offered = contentIn(context, place);
  const description = textIn(place.node, "description");
  const text = textTypeIn(context, place);
  const facts = { status, description, headers: headersFrom(context, place), text };
  if (offered === null) return [{ ...facts, content: null, error: null }];
  const { place: _, ...content } = offered;
  return [{ ...facts, content, error: errorNameFor(id, status, content, place.pointer) }];
}

/** `Content-Type` is left out: the content determines it (OpenAPI 3.1, Response Object). */
function headersFrom(context: ModelContext, response: Place): Field[] {
  const headers = entriesOf(context, childOf(context, response, "headers"));
  return headers
    .filter(([name]) => !/^content-type$/i.test(name))
    .map(([name, place]) => fieldFrom(context, name, place));
}
