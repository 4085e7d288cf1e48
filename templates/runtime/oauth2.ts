import { basicValue } from "./basic.js";
import { bytesOf } from "./bytes.js";
import { discard } from "./discard.js";
import { type CallSummary, InvalidRequestError } from "./errors.js";
import { repeatable } from "./fetch.js";
import { onAbort } from "./on-abort.js";
import {
  type CredentialSource,
  type Credentials,
  type Outgoing,
  requireHeader,
  type SecurityScheme,
} from "./security.js";

/** The parameters of a token request. */
interface Asking {
  /** Resolved against the server, because each call may have its own. */
  readonly tokenURL: string;
  readonly scopes: readonly string[];
  /** The client's id and secret. */
  readonly pair: readonly string[];
}

/** The token endpoint's response: a token, or the reason for having none. */
type Grant =
  | {
      readonly token: string;
      /** When to replace the token: milliseconds on the client's clock. */
      readonly staleAt: number;
      readonly refusal?: never;
    }
  | { readonly token?: never; readonly refusal: string };

/** The longest time before its expiry at which a token is replaced, in milliseconds. */
const longestMargin = 60_000;

/** The maximum size of a token endpoint's response, in bytes. */
const largestAnswer = 2 ** 20;

/** The time limit of a token request, in milliseconds. */
const tokenTimeLimit = 60_000;

/** A requested token; `grant` is set when the response has arrived. */
interface Asked {
  readonly answer: Promise<Grant>;
  grant?: Grant;
  /** How many calls wait for the response; the request is aborted when none does. */
  waiting: number;
  readonly abort: () => void;
}

/** The requested tokens of each client, by the parameters of the request. */
const askedBy = new WeakMap<Credentials, Map<string, Asked>>();

/**
 * OAuth 2.0 client credentials (RFC 6749, 4.4). Fetches an access token with the client's id and
 * secret on first use and shares it between calls. Replaces it when a tenth of its lifetime is left
 * (at most 60 s), and once after a 401.
 *
 * @param tokenURL the token endpoint; a relative URL is resolved against the server.
 * @param scopes the scopes that the operation requires.
 */
export function clientCredentials(
  tokenURL: string,
  scopes: readonly string[],
  clientID: CredentialSource,
  clientSecret: CredentialSource,
): SecurityScheme {
  const sources = [clientID, clientSecret];
  return {
    sources,
    header: "authorization",
    async add(outgoing, pair, call) {
      const { headers, body, fetch } = outgoing;
      const { protocol, href } = new URL(tokenURL, `${outgoing.server}/`);
      // Some runtimes would answer `data:` and `file:` themselves.
      if (!/^https?:$/.test(protocol)) {
        throw new InvalidRequestError(call, "the URL of the token endpoint must be http or https");
      }
      const asking: Asking = { tokenURL: href, scopes, pair };
      const token = await tokenFor(asking, outgoing, call);
      headers.set("authorization", `Bearer ${token}`);
      outgoing.fetch = async (input, given) => {
        const [url, init] = await repeatable(input, given, body);
        const response = await fetch(url, init);
        // Without the token after a redirect to another origin, which may not get a new one either.
        const isSent = new Headers(init.headers).get("Authorization") === `Bearer ${token}`;
        if (response.status !== 401 || !isSent) return response;
        forget(token, asking, outgoing);
        if (init.body instanceof ReadableStream) return response;
        discard(response);
        // Uses the original `fetch`: this wrapper would treat a 401 of the token endpoint as a
        // rejected token.
        const fresh = await tokenFor(asking, { ...outgoing, fetch }, call);
        const again = new Headers(init.headers);
        again.set("Authorization", `Bearer ${fresh}`);
        call.attempts += 1;
        return fetch(url, { ...init, headers: again });
      };
    },
  };
}

async function tokenFor(asking: Asking, outgoing: Outgoing, call: CallSummary): Promise<string> {
  call.secrets.push(authorizationOf(asking).replace("Basic ", ""));
  const known = askedIn(outgoing).get(JSON.stringify(asking));
  const asked = known && isGood(known, outgoing) ? known : ask(asking, outgoing);
  asked.waiting += 1;
  const leave = onAbort(outgoing.signal, () => {
    asked.waiting -= 1;
    if (asked.waiting === 0) asked.abort();
  });
  const { token, refusal } = await asked.answer.finally(leave);
  if (token === undefined) throw new InvalidRequestError(call, refusal);
  call.secrets.push(token);
  requireHeader("Authorization", token, call);
  return token;
}

function ask(asking: Asking, outgoing: Outgoing): Asked {
  const asked = askedIn(outgoing);
  const key = JSON.stringify(asking);
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(new Error("no token in time")), tokenTimeLimit);
  const fresh: Asked = {
    answer: grantFrom(asking, outgoing, controller.signal).finally(() => clearTimeout(timer)),
    waiting: 0,
    abort: () => {
      if (fresh.grant !== undefined) return;
      controller.abort();
      asked.delete(key);
    },
  };
  asked.set(key, fresh);
  const keep = (grant: Grant) => {
    fresh.grant = grant;
  };
  fresh.answer.then(keep, () => asked.delete(key));
  return fresh;
}

function askedIn({ credentials }: Outgoing): Map<string, Asked> {
  const asked = askedBy.get(credentials) ?? new Map<string, Asked>();
  askedBy.set(credentials, asked);
  return asked;
}

/** Whether the request is pending, or its token is still valid. */
function isGood({ grant }: Asked, { clock }: Outgoing): boolean {
  return grant === undefined || (grant.token !== undefined && clock.now() < grant.staleAt);
}

/** Drops a token that the server rejected, unless a newer one was requested. */
function forget(token: string, asking: Asking, outgoing: Outgoing): void {
  const asked = askedIn(outgoing);
  const key = JSON.stringify(asking);
  if (asked.get(key)?.grant?.token === token) asked.delete(key);
}

/** Its failures are connection errors, except a refusal, which is final: retrying wouldn't help. */
async function grantFrom(
  asking: Asking,
  { fetch, clock }: Outgoing,
  signal: AbortSignal,
): Promise<Grant> {
  const { tokenURL, scopes } = asking;
  const form = new URLSearchParams({ grant_type: "client_credentials" });
  if (scopes.length > 0) form.set("scope", scopes.join(" "));
  const asked = clock.now();
  const response = await fetch(tokenURL, {
    method: "POST",
    headers: {
      Accept: "application/json",
      Authorization: authorizationOf(asking),
      "Content-Type": "application/x-www-form-urlencoded;charset=UTF-8",
    },
    body: `${form}`,
    redirect: "error",
    signal,
  });
  const bytes = await bytesOf(response, largestAnswer);
  if (bytes.byteLength === largestAnswer)
    throw new Error("the token endpoint answered without end");
  const answer = answerIn(new TextDecoder().decode(bytes));
  const { access_token: token, expires_in: seconds, error, error_description: why } = answer;
  if (response.ok && typeof token === "string" && token !== "") {
    // Some servers send the number as a string. Without a number, the token lasts until a 401.
    const given = Number(seconds ?? Infinity);
    const life = (Number.isNaN(given) ? Infinity : given) * 1000;
    return { token, staleAt: asked + life - Math.min(longestMargin, life / 10) };
  }
  const reason = [error, why].filter((text) => typeof text === "string").join(": ");
  const message = `the token endpoint answered ${response.status}${reason && `: ${reason}`}`;
  if (response.status >= 500 || response.status === 429) throw new Error(message);
  return { refusal: message };
}

/** Form-encoded before joining (RFC 6749, 2.3.1). */
function authorizationOf({ pair }: Asking): string {
  return basicValue(...pair.map(encodeURIComponent));
}

/** The fields of the response; none if it isn't a JSON object. */
function answerIn(text: string): Record<string, unknown> {
  try {
    // The cast is safe: every field is checked where it is read.
    return Object(JSON.parse(text)) as Record<string, unknown>;
  } catch {
    return {};
  }
}
