import { APIPromise } from "./api-promise.js";
import {
  ClientCore,
  type ClientSettings,
  type Fields,
  type RequestOptions,
} from "./client-core.js";
import { BaseError, InvalidRequestError } from "./errors.js";
import type { HookContext } from "./hooks.js";
import { json } from "./json.js";
import { type Answer, readerFor, resultFrom } from "./match.js";
import type { Operation } from "./operation.js";
import { partsOf } from "./parts.js";
import type { Result } from "./result.js";
import type { RetryConfig } from "./retry.js";
import { authorize } from "./security.js";
import { type Progress, type Sending, send } from "./send.js";

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
  const outcome = outcomeOf(ClientCore.settingsOf(client), operation, { ...input }, options);
  // Here, and only here, what the document promises becomes what TypeScript believes.
  return new APIPromise(outcome as Promise<Result<T, E>>);
}

/** Never rejects: whatever goes wrong is an error of the union. */
async function outcomeOf(
  settings: ClientSettings,
  operation: Operation,
  input: Fields,
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
    const error =
      cause instanceof BaseError
        ? cause
        : new InvalidRequestError(progress, "no request could be made of this", { cause });
    result = { ok: false, error };
  }
  if (!result.ok) {
    try {
      const { error } = result;
      await settings.options.hooks?.onError?.({ operation: told, attempt: error.attempts, error });
    } catch {
      // The caller is owed the error of the call, not that of the hook.
    }
  }
  return result;
}

async function answerTo(
  { options: client, api, credentials, fetch, transport, clock }: ClientSettings,
  operation: Operation,
  input: Fields,
  options: RequestOptions,
  told: HookContext["operation"],
  progress: Progress,
): Promise<Answer> {
  const server = options.serverURL ?? client.serverURL ?? api.serverURL;
  if (server === undefined) {
    throw new InvalidRequestError(progress, "no server: give the client a serverURL");
  }
  const { path, query, header, body } = partsOf(operation, input, progress);
  const sending: Sending = {
    fetch,
    fetchOptions: options.fetchOptions,
    hooks: client.hooks ?? {},
    operation: told,
    retries: options.retries ?? client.retries ?? operation.retries ?? api.retries ?? backoff,
    timeoutMs: options.timeoutMs ?? client.timeoutMs ?? operation.timeoutMs ?? 60_000,
    signal: options.signal,
    clock,
    body,
    read: (response) => read(operation, response),
  };
  return new Promise((resolve, reject) => {
    const exchange = async (request: Request) => {
      progress.request = { ...progress.request, url: request.url };
      await authorize(request, operation.security ?? [], credentials, progress);
      resolve(await send(request, sending, progress));
      // The body has been read, within the time limit: nothing is left for openapi-fetch to parse.
      return new Response(null, { status: 204 });
    };
    transport
      .request(operation.method, operation.path, {
        ...options.fetchOptions,
        baseUrl: String(server),
        params: { path, query, header },
        headers: options.headers ?? {},
        body,
        bodySerializer: String,
        fetch: exchange,
      })
      .catch(reject);
  });
}

/** Error payloads are text; what a success is read as, the document says. */
async function read(operation: Operation, response: Response): Promise<string> {
  const reader = response.ok ? readerFor(operation, response.status) : json;
  if (reader !== undefined) return reader.read(response);
  await response.body?.cancel();
  return "";
}
