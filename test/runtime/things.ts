import { jsonBody } from "../../templates/runtime/body-json.js";
import { callWith } from "../../templates/runtime/call-with.js";
import {
  type ApiDefaults,
  ClientCore,
  type ClientOptions,
  type RequestOptions,
} from "../../templates/runtime/client-core.js";
import { type Clock, systemClock } from "../../templates/runtime/clock.js";
import {
  ResponseError,
  type SDKError,
  type TransportError,
} from "../../templates/runtime/errors.js";
import { json } from "../../templates/runtime/json.js";
import {
  type Operation,
  operation,
  type ServerOptions,
} from "../../templates/runtime/operation.js";
import type { Credentials } from "../../templates/runtime/security.js";

/** A small API, as the generator would emit it: things, and one documented error. */
export class Problem<Status extends number = number> extends ResponseError<
  Status,
  { title?: string }
> {
  override readonly name = "Problem";
}

export type Failure = Problem<404 | 422> | SDKError | TransportError;

export const getThing: Operation = operation("getThing", "GET", "/things/{id}", {
  success: { 200: json },
  errors: { 404: Problem, 422: Problem },
});

export const listThings: Operation = operation("listThings", "GET", "/things", {
  success: { 200: json },
  errors: { 404: Problem, 422: Problem },
});

export const addThing: Operation = operation("addThing", "POST", "/things", {
  body: jsonBody,
  success: { 200: json },
  errors: { 404: Problem, 422: Problem },
});

/** The options of a test's client; the runtime has defaults for the rest. */
export interface Setup extends ClientOptions, ServerOptions {
  readonly api?: ApiDefaults;
  readonly credentials?: Credentials;
}

export function clientWith({ api = {}, credentials = {}, ...options }: Setup): ClientCore {
  return new ClientCore(options, api, credentials);
}

export function callThing(
  setup: Setup,
  operation: Operation,
  input: object = {},
  options?: RequestOptions,
) {
  return callWith<unknown, Failure>(clientWith(setup), operation, input, options);
}

/** A clock that no one waits for: sleeping moves it on, and chance is always the same. */
export interface TestClock extends Clock {
  readonly slept: number[];
}

export function testClock(random = 0): TestClock {
  const slept: number[] = [];
  return {
    slept,
    now: () => slept.reduce((sum, ms) => sum + ms, 0),
    random: () => random,
    sleep: async (ms) => {
      slept.push(ms);
    },
    timer: systemClock.timer,
  };
}

/** The error that a promise rejects with. */
export async function rejectionOf(promise: PromiseLike<unknown>): Promise<unknown> {
  return promise.then(
    (value) => {
      throw new Error(`expected a rejection, got ${JSON.stringify(value)}`);
    },
    (error: unknown) => error,
  );
}
