import { expect, test } from "vitest";
import { jsonBody } from "../../templates/runtime/body-json.js";
import { callWith } from "../../templates/runtime/call-with.js";
import type { ClientCore } from "../../templates/runtime/client-core.js";
import { fetchClientOf } from "../../templates/runtime/fetch-client.js";
import { logged } from "../../templates/runtime/logger.js";
import type { Operation } from "../../templates/runtime/operation.js";
import { secretFields } from "../../templates/runtime/secret-fields.js";
import { json, serve } from "./server.js";
import { addThing, clientWith } from "./things.js";

interface Paths {
  readonly "/things": {
    readonly post: {
      readonly requestBody: { readonly content: { readonly "application/json": unknown } };
      readonly responses: Record<number, never>;
    };
  };
}

const secret = "s3cret";

test.each<{ name: string; operation: Operation; body: unknown }>([
  {
    name: "a field of a body",
    operation: { ...addThing, secrets: secretFields("pin") },
    body: { a: [{ pin: secret }] },
  },
  {
    name: "a body",
    operation: {
      ...addThing,
      body: { write: jsonBody, field: "body" },
      secrets: secretFields("body"),
    },
    body: secret,
  },
  {
    name: "a field of a form",
    operation: { ...addThing, secrets: secretFields("pin") },
    body: new URLSearchParams({ pin: secret }),
  },
  {
    name: "a part",
    operation: { ...addThing, secrets: secretFields("pin") },
    body: formWith("pin", secret),
  },
])("$name that is secret is hidden in the log", async ({ operation, body }) => {
  const server = await serve(json(422, { title: `bad ${secret}` }));
  const told: unknown[] = [];
  const logger = { debug: (...entry: unknown[]) => void told.push(entry) };
  const client = clientWith({ ...logged({ serverURL: server.url, logger }, {}) });
  const add = (core: ClientCore, request?: object) => callWith(core, operation, request);
  const byPath = fetchClientOf<Paths>(client, { "/things": { POST: add } });
  await byPath.POST("/things", {
    body,
    bodySerializer: (given) =>
      given instanceof URLSearchParams || given instanceof FormData ? given : JSON.stringify(given),
  });
  expect(server.requests[0]?.body).toContain(secret);
  expect(JSON.stringify(told)).toContain("bad ***");
  expect(JSON.stringify(told)).not.toContain(secret);
});

function formWith(name: string, value: string): FormData {
  const form = new FormData();
  form.set(name, value);
  return form;
}
