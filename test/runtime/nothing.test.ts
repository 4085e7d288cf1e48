import { describe, expect, test } from "vitest";
import { nothing } from "../../templates/runtime/nothing.js";
import { resetMidBody, serve, stalled, text } from "./server.js";
import { callThing, listThings, rejectionOf } from "./things.js";

const build = { ...listThings, success: { 200: nothing } };

describe("a success without documented content", () => {
  test("ends when its body does", async () => {
    let isFinished = false;
    const server = await serve((response) => {
      response.write("step 1\n");
      response.on("close", () => clearTimeout(timer));
      const timer = setTimeout(() => {
        isFinished = true;
        response.end("done\n");
      }, 50);
    });
    await expect(callThing({ serverURL: server.url }, build)).resolves.toBeUndefined();
    expect(isFinished).toBe(true);
  });

  test("leaves its body readable", async () => {
    const server = await serve(text(200, '{"step":1}\n'));
    const { response } = await callThing({ serverURL: server.url }, build).withResponse();
    await expect(response.text()).resolves.toBe('{"step":1}\n');
  });

  test("stops reading a body that is too large", async () => {
    const server = await serve(text(200, "x".repeat(2 ** 24 + 1)));
    const { data, response } = await callThing({ serverURL: server.url }, build).withResponse();
    expect([data, response.bodyUsed]).toEqual([undefined, true]);
  });

  test("has the time limit of the call", async () => {
    const server = await serve(stalled(200, "step 1\n"));
    const error = await rejectionOf(callThing({ serverURL: server.url, timeoutMs: 50 }, build));
    expect(error).toMatchObject({ kind: "timeout" });
  });

  test("whose body breaks off is a broken connection", async () => {
    const server = await serve(resetMidBody(200, "step 1\n"));
    const setup = { serverURL: server.url, retries: { strategy: "none" } } as const;
    expect(await rejectionOf(callThing(setup, build))).toMatchObject({ kind: "connection" });
  });

  test("may have been read by a hook", async () => {
    const server = await serve(text(200, "a"));
    const hooks = {
      afterResponse: async ({ response }: { response: Response }) => void (await response.text()),
    };
    await expect(callThing({ serverURL: server.url, hooks }, build)).resolves.toBeUndefined();
  });
});
