import { discard } from "./discard.js";
import { type CallSummary, ResponseDecodeError, SDKError } from "./errors.js";
import type { Operation, TakeOptions } from "./operation.js";
import { retryAfterIn } from "./retry.js";
import { entryFor } from "./status.js";

/**
 * The value that a response stands for.
 *
 * What the server did is never lost for a header: the content type isn't asked, an undocumented
 * success counts as one, and a body may be absent wherever no document says what is in it.
 *
 * @throws {BaseError} the documented error, where it stands for one, or what its payload lacks.
 */
export async function valueFrom(
  { method, success = {}, errors = {} }: Operation,
  response: Response,
  call: CallSummary,
  options: TakeOptions,
): Promise<unknown> {
  const { ok, status } = response;
  const documented = entryFor(success, status);
  const reader = documented ?? Object.values(success)[0];
  if (ok && reader === undefined) return discard(response);
  if (ok && reader?.take) return reader.take(response, options);
  const bytes = await response.arrayBuffer();
  const failure = entryFor(errors, status);
  const isBodyless = method === "HEAD" || status === 204 || status === 205;
  const text = () => new TextDecoder().decode(bytes);
  if (ok && bytes.byteLength === 0 && (isBodyless || !documented)) return undefined;
  let body: unknown;
  try {
    body = ok && reader?.decode ? reader.decode(bytes) : JSON.parse(text());
  } catch (cause) {
    // A documented status promises a payload; without one, the error's type would be a lie.
    if (ok || failure) {
      const what = bytes.byteLength > 0 ? "an unreadable body" : "an empty body";
      throw new ResponseDecodeError(call, what, { response, rawBody: text() }, { cause });
    }
    body = text();
  }
  if (ok) return body;
  const retryAfterMs = retryAfterIn(response.headers);
  throw new (failure ?? SDKError)(call, { response, rawBody: text(), body, retryAfterMs });
}
