import { expect, it } from "vitest";
import { type CallError, callErrors } from "../../../../generator/plan/docs/errors/call-errors.js";
import * as errors from "../../../../templates/runtime/errors.js";

const call = { request: { method: "GET", url: "/", operationId: "get" }, attempts: 1, secrets: [] };
const cause = new Error("why");
const reply = { response: new Response(), rawBody: "" };

/** Each as the runtime makes it; the type asks for all of them. */
const made: { readonly [Name in errors.TransportError["name"]]: errors.TransportError } = {
  ConnectionError: new errors.ConnectionError(call, "no answer", { cause }),
  RequestTimeoutError: new errors.RequestTimeoutError(call, 10),
  RequestAbortedError: new errors.RequestAbortedError(call, "stopped", { cause }),
  InvalidRequestError: new errors.InvalidRequestError(call, "wrong", { cause }),
  ResponseDecodeError: new errors.ResponseDecodeError(call, "no JSON", reply, { cause }),
};

it("the errors without a response on pages are those of the runtime", () => {
  expect(callErrors.map(({ name }) => name)).toEqual(Object.keys(made));
});

it.each(callErrors.map((error): [string, CallError] => [error.name, error]))(
  "what the page of %s tells is what it has",
  (name, { kind, properties }) => {
    const error = Object.entries(made).find(([each]) => each === name)?.[1];
    expect(error).toMatchObject({ name, kind, status: undefined });
    const untold = properties.filter(({ property }) => !(error && property in error));
    expect(untold).toEqual([]);
  },
);
