import { APIPromise } from "./api-promise.js";
import { ClientCore, type ClientSettings, type RequestOptions } from "./client-core.js";
import { BaseError, InvalidRequestError } from "./errors.js";
import type { HookContext } from "./hooks.js";
import { json } from "./json.js";
import { type Answer, discard, readerFor, resultFrom } from "./match.js";
import type { Operation } from "./operation.js";
import { partsOf, type RequestParts } from "./parts.js";
import type { Result } from "./result.js";
import type { RetryConfig } from "./retry.js";
import { authorize, requireHeaderValue } from "./security.js";
import { type Progress, reasonOf, type Sending, send } from "./send.js";

const backoff: RetryConfig = { strategy: "backoff" };

/**
 * Calls an operation.
 *
 * `T` and `E` are what the document promises for it; the emitted functions state them.
 */
export function call<T, E>(
  client: ClientCore,
  operation: Operation,
  input: object,
  options: RequestOptions = {},
): APIPromise<T, E> {
  const outcome = outcomeOf(ClientCore.settingsOf(client), operation, input, options);
  // Here, and only here, what the document promises becomes what TypeScript believes.
  return new APIPromise(outcome as Promise<Result<T, E>>);
}

/** Never rejects: whatever goes wrong is an error of the union. */
async function outcomeOf(
  settings: ClientSettings,
  operation: Operation,
  input: object,
  options: RequestOptions,
): Promise<Result<unknown, BaseError>> {
  const { id, resource, path } = operation;
  const method = operation.method.toUpperCase();
  const told = { id, resource, path, method };
  const progress: Progress = { request: { method, url: path, operationId: id }, attempts: 0 };
  let result: Result<unknown, BaseError>;
  try {
    const answer = await answerTo(settings, operation, input, options, told, progress);
    result = resultFrom(operation, answer, progress);
  } catch (cause) {
    result = { ok: false, error: failureFrom(cause, progress) };
  }
  if (!result.ok) {
    const { error } = result;
    try {
      await settings.options.hooks?.onError?.({ operation: told, attempt: error.attempts, error });
    } catch {
      // The caller is owed the error of the call, not that of the hook.
    }
  }
  return result;
}

function failureFrom(cause: unknown, progress: Progress): BaseError {
  if (cause instanceof BaseError) return cause;
  return new InvalidRequestError(progress, `no request can be made of this${reasonOf(cause)}`, {
    cause,
  });
}

async function answerTo(
  settings: ClientSettings,
  operation: Operation,
  input: object,
  options: RequestOptions,
  told: HookContext["operation"],
  progress: Progress,
): Promise<Answer> {
  const { options: client, api, credentials, fetch, clock } = settings;
  const parts = partsOf(operation, input, progress, client);
  const sending: Sending = {
    fetch,
    fetchOptions: options.fetchOptions,
    hooks: client.hooks ?? {},
    operation: told,
    retries: options.retries ?? client.retries ?? operation.retries ?? api.retries ?? backoff,
    timeoutMs: options.timeoutMs ?? client.timeoutMs ?? operation.timeoutMs ?? 60_000,
    signal: options.signal,
    clock,
    body: parts.body,
    read: (response) => read(operation, response),
  };
  return withRequest(settings, operation, parts, options, progress, async (request) => {
    progress.request = { ...progress.request, url: request.url };
    await authorize(request, operation.security ?? [], credentials, progress);
    return send(request, sending, progress);
  });
}

/** What `use` makes of the request that openapi-fetch builds. */
function withRequest(
  { options: client, api, transport }: ClientSettings,
  { method }: Operation,
  { path, query, header, body }: RequestParts,
  { serverURL, headers = {}, fetchOptions }: RequestOptions,
  progress: Progress,
  use: (request: Request) => Promise<Answer>,
): Promise<Answer> {
  for (const [name, value] of Object.entries({ ...client.headers, ...headers, ...header })) {
    requireHeaderValue(name, value, progress);
  }
  const baseUrl = serverFrom(serverURL ?? client.serverURL ?? api.serverURL, progress);
  return new Promise((resolve, reject) => {
    const exchange = async (request: Request) => {
      resolve(await use(request));
      // The body has been read, within the time limit: nothing is left for openapi-fetch to parse.
      return new Response(null, { status: 204 });
    };
    transport
      .request(method, path, {
        ...fetchOptions,
        baseUrl,
        params: { header },
        querySerializer: () => query,
        headers,
        body,
        bodySerializer: String,
        fetch: exchange,
      })
      .catch(reject);
  });
}

function serverFrom(given: string | URL | undefined, progress: Progress): string {
  if (given === undefined) {
    throw new InvalidRequestError(progress, "no server: give the client a serverURL");
  }
  const server = String(given);
  // Said here because `fetch` refuses such a URL with a message that prints the password.
  if (/\/\/[^/?#]*@/.test(server)) {
    throw new InvalidRequestError(progress, "the serverURL must not hold a username or password");
  }
  return server;
}

/** Error payloads are text; what a success is read as, the document says. */
async function read(operation: Operation, response: Response): Promise<string> {
  const reader = response.ok ? readerFor(operation, response.status) : json;
  if (reader !== undefined) return reader.read(response);
  discard(response);
  return "";
}
