import {
  authorize,
  type Credentials,
  type Outgoing,
  type SecurityScheme,
} from "../../templates/runtime/security.js";
import { testClock } from "./things.js";

/** A request on its way that nothing sends. */
export function outgoingWith(given: Partial<Outgoing> = {}): Outgoing {
  return {
    url: "http://127.0.0.1/things",
    server: "http://127.0.0.1",
    signal: new AbortController().signal,
    headers: new Map(),
    body: undefined,
    fetch: () => Promise.reject(new Error("nothing is sent")),
    credentials: {},
    clock: testClock(),
    ...given,
  };
}

/** The request with what a scheme adds to it. */
export async function authorized(
  scheme: SecurityScheme,
  credentials: Credentials,
  given: Partial<Outgoing> = {},
): Promise<Outgoing> {
  const outgoing = outgoingWith({ credentials, ...given });
  const request = { method: "GET", url: "/things", operationId: "listThings" };
  await authorize([[scheme]], outgoing, { request, attempts: 0, secrets: [] });
  return outgoing;
}
