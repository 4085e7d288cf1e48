import createClient, {
  type Client,
  type Middleware,
  type MiddlewareCallbackParams,
} from "openapi-fetch";
import { binary } from "./binary.js";
import { call } from "./call.js";
import { writtenFrom } from "./call-with.js";
import type { ClientCore, RequestOptions } from "./client-core.js";
import { type BaseError, ResponseError } from "./errors.js";
import { inCookie } from "./in-cookie.js";
import { inHeader } from "./in-header.js";
import { inPath } from "./in-path.js";
import { inQuery } from "./in-query.js";
import type { BodyReader, Operation } from "./operation.js";
import { type OperationFunction, operationOf } from "./operation-of.js";
import type { Written } from "./parameter.js";

/** The functions of an API by path template and method: `{ "/users": { GET: listUsers } }`. */
export type OperationsByPath = Readonly<
  Record<string, Readonly<Record<string, OperationFunction | undefined>>>
>;

/** An openapi-fetch client for the `paths` type of openapi-typescript. */
export type FetchClient<Paths extends object> = Client<Paths>;

/** What openapi-fetch passes for one call. */
type Given = Omit<MiddlewareCallbackParams, "id">;

/** A placeholder that is never requested: the SDK selects the server. */
const noServer = "https://server.invalid";

/**
 * An openapi-fetch client that sends requests through the SDK. Only the body and the headers of its
 * `Request` are used; the SDK adds the URL, credentials, retries and the time limit.
 *
 * A response with an error status resolves to a response; every other failure rejects with an error
 * of the SDK.
 *
 * @param options for every call made with it.
 */
export function fetchClientOf<Paths extends object>(
  client: ClientCore,
  operations: OperationsByPath,
  options: RequestOptions = {},
): FetchClient<Paths> {
  const calls = new WeakMap<Request, Given>();
  const fetch = async (request: Request): Promise<Response> => {
    const given = calls.get(request);
    if (given === undefined) {
      throw new TypeError("register middleware that replaces the request with `use()`");
    }
    return responseTo(given, client, operations, options);
  };
  const remember: Middleware = {
    onRequest: (given) => {
      if (given.options.fetch !== fetch) {
        throw new TypeError("pass `fetch` to the SDK's client, not to a call");
      }
      calls.set(given.request, given);
    },
  };
  const made = createClient<Paths>({
    baseUrl: noServer,
    fetch,
    pathSerializer: (path) => path,
    querySerializer: () => "",
  });
  made.use(remember);
  return {
    ...made,
    // Runs last, so that it sees the request as all other middleware leaves it.
    use: (...middleware) => {
      made.eject(remember);
      made.use(...middleware, remember);
    },
  };
}

async function responseTo(
  given: Given,
  client: ClientCore,
  operations: OperationsByPath,
  options: RequestOptions,
): Promise<Response> {
  const { request, schemaPath, params } = given;
  const { baseUrl, parseAs } = given.options;
  const callOperation = operations[schemaPath]?.[request.method];
  if (callOperation === undefined) {
    throw new TypeError(`the API has no operation ${request.method} ${schemaPath}`);
  }
  const operation = operationOf(callOperation);
  const { body: documented, ...bodyless } = operation;
  const sent = operation.secrets && (await valueIn(request));
  const fieldOfBody = (typeof documented === "object" && documented.field) || "body";
  // Parameters come last: the body is sent unchanged, and only searched for secrets.
  const fields = { [fieldOfBody]: sent, ...fieldsFrom(params, operation) };
  const documentedType = typeof documented === "object" ? documented.contentType : undefined;
  const body = await bodyFrom(request, documentedType);
  const result = await call<Response, BaseError>(
    client,
    { ...operation, success: { default: parseAs === "stream" ? streamed : buffered }, errors: {} },
    {
      ...options,
      ...(baseUrl !== noServer && { serverURL: baseUrl }),
      headers: { ...options.headers, ...ownHeaders(given, operation) },
      signal: request.signal,
    },
    (summary, clientOptions) => ({
      ...writtenFrom(bodyless, fields, summary, clientOptions),
      ...body,
    }),
  ).result();
  if (result.ok) return heldBy(result.value, request);
  const { error } = result;
  if (error instanceof ResponseError) return withBody(error.response, error.rawBody || null);
  throw error;
}

const requests = new WeakMap<ReadableStream, Request>();

/**
 * Keeps the request alive: on Node, a garbage-collected request no longer forwards its signal to
 * the body.
 */
function heldBy(response: Response, request: Request): Response {
  if (response.body) requests.set(response.body, request);
  return response;
}

type Params = MiddlewareCallbackParams["params"];

/** Converts parameters to the request of the SDK's functions. */
function fieldsFrom(params: Params, { parameters = {} }: Operation): Record<string, unknown> {
  const places = new Map([
    [inPath, params.path],
    [inQuery, params.query],
    [inHeader, params.header],
    [inCookie, params.cookie],
  ]);
  const fields = Object.entries(parameters).map(([field, { in: place, name = field }]) => [
    field,
    places.get(place)?.[name],
  ]);
  // An operation doesn't list path parameters in the default style.
  return { ...params.path, ...Object.fromEntries(fields) };
}

/** The headers of a request that are neither parameters nor about its body. */
function ownHeaders(
  { request, params }: Given,
  { parameters = {} }: Operation,
): Record<string, string> {
  const headers = new Headers(request.headers);
  headers.delete("Content-Type");
  for (const [field, { in: place, name = field }] of Object.entries(parameters)) {
    if (place === inHeader && params.header?.[name] !== undefined) headers.delete(name);
  }
  return Object.fromEntries(headers);
}

/**
 * @param documented the media type of the operation's body, if it isn't the default of its format.
 */
async function bodyFrom(
  request: Request,
  documented = "",
): Promise<Pick<Written, "body" | "contentType">> {
  const body = await request.arrayBuffer();
  if (body.byteLength === 0) return {};
  const sent = request.headers.get("Content-Type") ?? "application/octet-stream";
  // openapi-fetch sets `application/json` on every body without a Content-Type.
  const isDefault = sent === "application/json" && /json/i.test(documented);
  return { body, contentType: isDefault ? documented : sent };
}

/** The value of a body: JSON, or a text and its fields as a form. */
async function valueIn(request: Request): Promise<unknown> {
  const fieldsOf = (form: Iterable<[string, unknown]>) =>
    Array.from(form, ([name, value]) => ({ [name]: value }));
  if (/^multipart\//i.test(request.headers.get("Content-Type") ?? "")) {
    return fieldsOf(await request.clone().formData());
  }
  const text = await request.clone().text();
  try {
    return JSON.parse(text);
  } catch {
    // openapi-fetch labels a form as JSON if the call has no Content-Type.
    return [text, ...fieldsOf(new URLSearchParams(text))];
  }
}

const buffered: BodyReader = {
  take: async (response) => {
    const bytes = await response.arrayBuffer();
    return withBody(response, bytes.byteLength > 0 ? bytes : null);
  },
};

const streamed: BodyReader = {
  take: async (response, call, sent) => {
    const options = { ...sent.options, as: "stream" } as const;
    const stream = await binary.take(response, call, { ...sent, options });
    // The cast is safe: `as` requests a stream.
    return withBody(response, stream as ReadableStream);
  },
};

/** A copy of the response with a body that can be read again. */
function withBody(response: Response, body: BodyInit | null): Response {
  const { status, statusText, headers, url } = response;
  const copy = new Response(body, { status, statusText, headers });
  return Object.defineProperty(copy, "url", { value: url });
}
