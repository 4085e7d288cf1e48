import type { ClientOptions } from "./client-core.js";
import type { Hooks } from "./hooks.js";
import { masked } from "./mask.js";

/** Anything like `console`. */
export interface Logger {
  debug(message: string, details: object): void;
}

/** The option of clients that have a logger. */
export interface WithLogger {
  /** Is told of every request, response and error, on its `debug`; secrets are hidden. */
  readonly logger?: Logger | undefined;
}

/** What no log may tell, by name, as the document says. */
export interface Secrets {
  /** In small letters. */
  readonly headers?: readonly string[];
  readonly queries?: readonly string[];
  /** Fields of payloads. */
  readonly fields?: readonly string[];
}

/** Hooks that tell a logger of every request, response and error, beside the hooks that are there. */
export function logging(logger: Logger, secrets: Secrets, hooks: Hooks = {}): Hooks {
  // What a logger throws is no failure of the call.
  const tell = (message: string, details: object) => {
    try {
      logger.debug(message, details);
    } catch {}
  };
  return {
    async beforeRequest(context) {
      const request = (await hooks.beforeRequest?.(context)) ?? context.request;
      const { method, headers } = request;
      const told = `${context.operation.id}: ${method} ${urlOf(request.url, secrets)}`;
      const details = { attempt: context.attempt, headers: headersOf(headers, secrets) };
      const body = isJson(headers) ? await bodyOf(request, secrets) : undefined;
      tell(told, body === undefined ? details : { ...details, body });
      return request;
    },
    async afterResponse(context) {
      const { status, headers } = context.response;
      const details = { attempt: context.attempt, headers: headersOf(headers, secrets) };
      tell(`${context.operation.id}: ${status}`, details);
      return (await hooks.afterResponse?.(context)) ?? undefined;
    },
    async onError(context) {
      const details = masked(context.error.toJSON(), secrets.fields ?? []);
      tell(context.error.message, Object(details));
      await hooks.onError?.(context);
    },
  };
}

/** The options of a client with its logger made hooks. */
export function logged<Options extends ClientOptions & WithLogger>(
  options: Options,
  secrets: Secrets,
): Options {
  const { logger, hooks } = options;
  return logger ? { ...options, hooks: logging(logger, secrets, hooks) } : options;
}

function urlOf(url: string, { queries = [] }: Secrets): string {
  const told = new URL(url);
  for (const name of queries) if (told.searchParams.has(name)) told.searchParams.set(name, "***");
  return told.href;
}

function headersOf(headers: Headers, secrets: Secrets): Record<string, string> {
  const hidden = ["authorization", "cookie", "set-cookie", ...(secrets.headers ?? [])];
  return Object.fromEntries(
    [...headers].map(([name, value]) => [name, hidden.includes(name) ? "***" : value]),
  );
}

/** Whether it is one value: lines of JSON may never end. */
function isJson(headers: Headers): boolean {
  return /^[^;]*[/+]json\s*(;|$)/i.test(headers.get("Content-Type") ?? "");
}

async function bodyOf(request: Request, { fields = [] }: Secrets): Promise<unknown> {
  try {
    return masked(JSON.parse(await request.clone().text()), fields);
  } catch {
    return undefined;
  }
}
