import type { ClientOptions } from "./client-core.js";
import { callOf, type HookContext, type Hooks } from "./hooks.js";
import { hidden, masked } from "./mask.js";

/** A logger with the interface of `console`. */
export interface Logger {
  debug(message: string, details: object): void;
}

/** The logger option of a client. */
export interface WithLogger {
  /** Receives every request, response and error through `debug`, with secrets hidden. */
  readonly logger?: Logger | undefined;
}

/** The names of parameters that must not be logged, according to the document. */
export interface Secrets {
  /** In lower case. */
  readonly headers?: readonly string[];
  readonly queries?: readonly string[];
}

/** Hooks that log every request, response and error, combined with the given hooks. */
export function logging(logger: Logger, secrets: Secrets, hooks: Hooks = {}): Hooks {
  // An error in the logger doesn't fail the call.
  const log = ({ operation }: HookContext, message: string, details: object) => {
    try {
      const registered = callOf.get(operation)?.secrets ?? [];
      logger.debug(hidden(message, registered), Object(masked(details, [], registered)));
    } catch {}
  };
  return {
    async beforeRequest(context) {
      const request = (await hooks.beforeRequest?.(context)) ?? context.request;
      const { method, headers } = request;
      const line = `${context.operation.id}: ${method} ${urlOf(request.url, secrets)}`;
      const details = { attempt: context.attempt, headers: headersOf(headers, secrets) };
      const body = isJson(headers) ? await bodyOf(request, context) : undefined;
      log(context, line, body === undefined ? details : { ...details, body });
      return request;
    },
    async afterResponse(context) {
      const { status, headers } = context.response;
      const details = { attempt: context.attempt, headers: headersOf(headers, secrets) };
      log(context, `${context.operation.id}: ${status}`, details);
      return (await hooks.afterResponse?.(context)) ?? undefined;
    },
    async onError(context) {
      log(context, context.error.message, context.error.toJSON());
      await hooks.onError?.(context);
    },
    async onStreamEnd(context) {
      const { operation, attempt, received, error } = context;
      const details = { attempt, received, ...(error && { error: error.toJSON() }) };
      log(context, `${operation.id}: end of the stream`, details);
      await hooks.onStreamEnd?.(context);
    },
  };
}

/** The client's options with the logger converted to hooks. */
export function logged<Options extends ClientOptions & WithLogger>(
  options: Options,
  secrets: Secrets,
): Options {
  const { logger, hooks } = options;
  return logger ? { ...options, hooks: logging(logger, secrets, hooks) } : options;
}

function urlOf(url: string, { queries = [] }: Secrets): string {
  const shown = new URL(url);
  for (const name of queries) if (shown.searchParams.has(name)) shown.searchParams.set(name, "***");
  return shown.href;
}

function headersOf(headers: Headers, secrets: Secrets): Record<string, string> {
  const known = ["authorization", "proxy-authorization", "cookie", "set-cookie"];
  const hidden = [...known, ...(secrets.headers ?? [])];
  return Object.fromEntries(
    [...headers].map(([name, value]) => [name, hidden.includes(name) ? "***" : value]),
  );
}

/** Whether the body is one JSON value. JSON lines are excluded because they may never end. */
function isJson(headers: Headers): boolean {
  return /^[^;]*[/+]json\s*(;|$)/i.test(headers.get("Content-Type") ?? "");
}

async function bodyOf(request: Request, { operation }: HookContext): Promise<unknown> {
  try {
    const { names = [] } = callOf.get(operation)?.secretFields ?? {};
    return masked(JSON.parse(await request.clone().text()), names);
  } catch {
    return undefined;
  }
}
