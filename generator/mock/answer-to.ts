import type { Api } from "../model/api/api.js";
import { schemaFinder } from "../model/schema/find-schema.js";
import { securityFaults } from "./access.js";
import { type Answer, problem } from "./answer.js";
import { readBody } from "./bodies.js";
import { answerOf } from "./documented-answer.js";
import { pageOf } from "./pages.js";
import { parameterFaults } from "./parameters.js";
import type { Preferences } from "./preferences.js";
import { randomFrom } from "./random.js";
import type { Received } from "./received.js";
import type { Match } from "./routes.js";
import type { State } from "./state.js";

/** What answers depend on besides the request. */
export interface ServerState {
  readonly api: Api;
  /** `null` if nothing is kept. */
  readonly state: State | null;
  /** Varies the values that the document has no example of; `null` answers with the same ones. */
  readonly seed: number | null;
}

/** Checks a request of an operation, and answers it as the document and the request's preferences say. */
export async function answerTo(
  received: Received,
  { operation, values }: Match,
  { code, example }: Preferences,
  { api, state, seed }: ServerState,
): Promise<Answer> {
  const find = schemaFinder(api.schemas);
  const unauthorized = securityFaults(operation, api, received);
  if (unauthorized.length > 0) return problem(401, "the request has no credential", unauthorized);
  const body = await readBody(operation.body, received, find);
  const faults = [...parameterFaults(operation, received, values, find), ...body.faults];
  if (faults.length > 0) return problem(400, "the request isn't as documented", faults);
  const accept = received.headers.get("Accept") ?? "";
  const { method, url } = received;
  const request = { method, path: url.pathname, body: body.value, size: received.body.byteLength };
  if (state?.isFull() && method !== "GET") {
    return problem(507, "the mock server has no room for another object: restart it");
  }
  // The same request gets the same values.
  const random =
    seed === null ? null : randomFrom(`${seed} ${method} ${url.pathname}${url.search}`);
  const preferred = { code, example, accept, random };
  if (code === null && example === null && state?.isDeleted(request)) {
    return answerOf(operation, find, { ...preferred, code: 404 }) ?? problem(404, "it was deleted");
  }
  const change = (value: unknown) => {
    const kept = state === null ? value : state.apply(request, value);
    return pageOf(operation, received, body.value, kept);
  };
  const isUsual = code === null && example === null;
  return (
    answerOf(operation, find, { ...preferred, ...(isUsual && { change }) }) ??
    problem(501, `the operation documents no ${wishOf(code, example)}`)
  );
}

function wishOf(code: number | null, example: string | null): string {
  const status = `status ${code ?? "2XX"}`;
  return example === null
    ? status
    : `example "${example}"${code === null ? "" : ` for the ${status}`}`;
}
