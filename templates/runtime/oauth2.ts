import { basicValue } from "./basic.js";
import { discard } from "./discard.js";
import { type CallSummary, InvalidRequestError } from "./errors.js";
import {
  type CredentialSource,
  type Credentials,
  credentialsFrom,
  type Outgoing,
  requireHeader,
  type SecurityScheme,
} from "./security.js";

/** The parameters of a token request. */
interface Asking {
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

/** How long before its expiry a token is replaced, in milliseconds. */
const margin = 60_000;

/** The time limit of a token request, in milliseconds. */
const patience = 60_000;

/** A requested token; `grant` is set when the response has arrived. */
interface Asked {
  readonly answer: Promise<Grant>;
  grant?: Grant;
}

/** The requested tokens of each client, by the parameters of the request. */
const askedBy = new WeakMap<Credentials, Map<string, Asked>>();

/**
 * OAuth 2.0 client credentials (RFC 6749, 4.4). Fetches an access token with the client's id and
 * secret on first use, shares it between calls, and fetches a new one 60 s before it expires and
 * once after a 401.
 *
 * @param tokenURL the token endpoint; a relative URL is resolved against the request.
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
    prepare: async (outgoing, call) => {
      const { headers, body } = outgoing;
      if (headers.has("Authorization")) return () => {};
      const pair = await credentialsFrom(sources, outgoing, call);
      if (pair === undefined) return undefined;
      const asking: Asking = { tokenURL, scopes, pair };
      const token = await tokenFor(asking, outgoing, call);
      return () => {
        const { fetch } = outgoing;
        headers.set("Authorization", `Bearer ${token}`);
        outgoing.fetch = async (request, init) => {
          const again = body instanceof ReadableStream ? undefined : request.clone();
          const response = await fetch(request, init);
          if (response.status !== 401) return response;
          forget(token, asking, outgoing);
          if (again === undefined) return response;
          discard(response);
          // Uses the original `fetch`: this wrapper would treat a 401 of the token endpoint as a
          // rejected token.
          const fresh = await tokenFor(asking, { ...outgoing, fetch }, call);
          again.headers.set("Authorization", `Bearer ${fresh}`);
          call.attempts += 1;
          return fetch(again, init);
        };
      };
    },
  };
}

async function tokenFor(asking: Asking, outgoing: Outgoing, call: CallSummary): Promise<string> {
  const known = askedIn(outgoing).get(JSON.stringify(asking));
  const { answer } = known && isGood(known, outgoing) ? known : ask(asking, outgoing);
  const { token, refusal } = await answer;
  if (token === undefined) throw new InvalidRequestError(call, refusal);
  call.secrets.push(token);
  requireHeader("Authorization", token, call);
  return token;
}

function ask(asking: Asking, outgoing: Outgoing): Asked {
  const asked = askedIn(outgoing);
  const key = JSON.stringify(asking);
  const fresh: Asked = { answer: grantFrom(asking, outgoing) };
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
  { tokenURL, scopes, pair }: Asking,
  { url, fetch, clock }: Outgoing,
): Promise<Grant> {
  const form = new URLSearchParams({ grant_type: "client_credentials" });
  if (scopes.length > 0) form.set("scope", scopes.join(" "));
  const request = new Request(new URL(tokenURL, url), {
    method: "POST",
    headers: {
      Accept: "application/json",
      // Form-encoded before joining (RFC 6749, 2.3.1).
      Authorization: basicValue(...pair.map(encodeURIComponent)),
    },
    body: form,
    redirect: "error",
    signal: AbortSignal.timeout(patience),
  });
  const asked = clock.now();
  const response = await fetch(request);
  const answer = answerIn(await response.text());
  const { access_token: token, expires_in: seconds, error, error_description: why } = answer;
  if (response.ok && typeof token === "string" && token !== "") {
    // Some servers send the number as a string.
    const life = Number(seconds ?? Infinity) * 1000 - margin;
    return { token, staleAt: asked + life };
  }
  const reason = [error, why].filter((text) => typeof text === "string").join(": ");
  const told = `the token endpoint answered ${response.status}${reason && `: ${reason}`}`;
  if (response.status >= 500 || response.status === 429) throw new Error(told);
  return { refusal: told };
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
