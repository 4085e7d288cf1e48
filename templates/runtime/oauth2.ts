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

/** What a token is asked with. */
interface Asking {
  readonly tokenURL: string;
  readonly scopes: readonly string[];
  /** The client's id and its secret. */
  readonly pair: readonly string[];
}

/** What the token endpoint answered: a token, or why there is none. */
type Grant =
  | {
      readonly token: string;
      /** By the client's clock, in milliseconds. */
      readonly staleAt: number;
      readonly refusal?: never;
    }
  | { readonly token?: never; readonly refusal: string };

/** How long before its end a token is replaced, in milliseconds. */
const margin = 60_000;

/** How long the token endpoint may take, in milliseconds. */
const patience = 60_000;

/** A token that was asked for: the answer is there as soon as it has come. */
interface Asked {
  readonly answer: Promise<Grant>;
  grant?: Grant;
}

/** What each client has asked for, by what it asked with. */
const askedBy = new WeakMap<Credentials, Map<string, Asked>>();

/**
 * An access token that the client gets for its own id and secret (RFC 6749, 4.4): one request for
 * all calls that wait for it, another one 60 s before it ends, and once after a 401.
 *
 * @param tokenURL where tokens are got; a relative one is resolved against the request.
 * @param scopes what the operation asks to be allowed.
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
          // Asked by what it was asked by before: this function would take a refusal for one of its own.
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

/** Whether it is worth waiting for, or a token that lasts. */
function isGood({ grant }: Asked, { clock }: Outgoing): boolean {
  return grant === undefined || (grant.token !== undefined && clock.now() < grant.staleAt);
}

/** Drops a token that the server no longer takes, unless another one was asked for since. */
function forget(token: string, asking: Asking, outgoing: Outgoing): void {
  const asked = askedIn(outgoing);
  const key = JSON.stringify(asking);
  if (asked.get(key)?.grant?.token === token) asked.delete(key);
}

/** Its failures are those of a connection, but for a refusal, which asking again doesn't mend. */
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
      // Form-encoded before they are joined (RFC 6749, 2.3.1).
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
    // Some servers write the number as text.
    const life = Number(seconds ?? Infinity) * 1000 - margin;
    return { token, staleAt: asked + life };
  }
  const reason = [error, why].filter((text) => typeof text === "string").join(": ");
  const told = `the token endpoint answered ${response.status}${reason && `: ${reason}`}`;
  if (response.status >= 500 || response.status === 429) throw new Error(told);
  return { refusal: told };
}

/** An answer that is no JSON object says nothing. */
function answerIn(text: string): Record<string, unknown> {
  try {
    // Sound, since whatever is read of it is taken for nothing until it proves to be what it should.
    return Object(JSON.parse(text)) as Record<string, unknown>;
  } catch {
    return {};
  }
}
