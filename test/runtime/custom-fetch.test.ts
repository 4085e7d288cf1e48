import nodeFetch from "node-fetch";
import { fetch as undiciFetch } from "undici";
import { describe, expect, test } from "vitest";
import { multipartBody } from "../../templates/runtime/body-multipart.js";
import type { Fetch } from "../../templates/runtime/fetch.js";
import { nothing } from "../../templates/runtime/nothing.js";
import { text } from "../../templates/runtime/text.js";
import { json, reset, serve } from "./server.js";
import { addThing, callThing, getThing, rejectionOf } from "./things.js";

// These packages declare types of their own for requests and responses.
const libraries: readonly (readonly [name: string, fetch: Fetch])[] = [
  ["undici", undiciFetch as unknown as Fetch],
  ["node-fetch", nodeFetch as unknown as Fetch],
];

describe.each(libraries)("the fetch of %s", (_, fetch) => {
  test("sends and reads JSON", async () => {
    const server = await serve(json(200, { id: 1 }));
    const setup = { serverURL: server.url, fetch, headers: { "X-A": "a" } };
    await expect(callThing(setup, addThing, { name: "b" })).resolves.toEqual({ id: 1 });
    const [request] = server.requests;
    expect([request?.method, request?.body, request?.headers["x-a"]]).toEqual([
      ...["POST", '{"name":"b"}', "a"],
    ]);
  });

  test("works with hooks that change headers", async () => {
    const server = await serve(json(200, { id: 1 }));
    const hooks = {
      beforeRequest: ({ request }: { request: Request }) => request.headers.set("X-A", "b"),
      afterResponse: () => undefined,
    };
    const setup = { serverURL: server.url, fetch, hooks };
    await expect(callThing(setup, addThing, { name: "b" })).resolves.toEqual({ id: 1 });
    expect(server.requests[0]?.headers["x-a"]).toBe("b");
  });

  test("sends parts", async () => {
    const server = await serve(json(200, {}));
    const setup = { serverURL: server.url, fetch };
    await callThing(setup, { ...addThing, body: multipartBody }, { file: new Blob(["a"]) });
    expect(server.requests[0]?.body).toContain('name="file"; filename="blob"');
  });

  test("reads text, and a success without content", async () => {
    const server = await serve((response) => response.end("a,b"));
    const setup = { serverURL: server.url, fetch };
    const call = (reader: typeof text | typeof nothing) =>
      callThing(setup, { ...getThing, success: { 200: reader } }, { id: "a" });
    expect([await call(text), await call(nothing)]).toEqual(["a,b", undefined]);
  });

  test("reads documented errors and others", async () => {
    const server = await serve(json(404, { title: "gone" }), json(500, { title: "down" }));
    const setup = { serverURL: server.url, fetch, retries: { strategy: "none" } } as const;
    const gone = await rejectionOf(callThing(setup, getThing, { id: "a" }));
    expect(gone).toMatchObject({ name: "Problem", status: 404, body: { title: "gone" } });
    const down = await rejectionOf(callThing(setup, getThing, { id: "a" }));
    expect(down).toMatchObject({ name: "SDKError", status: 500, body: { title: "down" } });
  });

  test("fails if the connection is lost", async () => {
    const server = await serve(reset);
    const setup = { serverURL: server.url, fetch, retries: { strategy: "none" } } as const;
    const error = await rejectionOf(callThing(setup, getThing, { id: "a" }));
    expect(error).toMatchObject({ kind: "connection" });
  });
});
