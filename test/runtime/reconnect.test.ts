import { describe, expect, test } from "vitest";
import { callWith } from "../../templates/runtime/call-with.js";
import type { CallOptions } from "../../templates/runtime/client-core.js";
import { eventStream } from "../../templates/runtime/event-stream.js";
import type { Operation } from "../../templates/runtime/operation.js";
import { reconnect } from "../../templates/runtime/reconnect.js";
import type { EventStream } from "../../templates/runtime/stream.js";
import { json, type Reply, refusingURL, serve, text } from "./server.js";
import { outcomesOf } from "./streams.js";
import { clientWith, type Failure, listThings, testClock } from "./things.js";

const type = { "Content-Type": "text/event-stream" };
const streaming: Operation = {
  ...listThings,
  success: { 200: eventStream({ reopen: reconnect }) },
};

/** Sends this text and drops the connection. */
function dropped(body: string): Reply {
  return (response) => {
    response.writeHead(200, type);
    response.write(body, () => setTimeout(() => response.socket?.resetAndDestroy(), 20));
  };
}

async function outcomes(
  replies: readonly [Reply, ...Reply[]],
  options: CallOptions = { reconnect: {} },
  operation = streaming,
) {
  const server = await serve(...replies);
  const clock = testClock();
  const client = clientWith({ serverURL: server.url, clock });
  const stream = await callWith<EventStream<unknown>, Failure>(client, operation, {}, options);
  const items = await outcomesOf(stream);
  const ids = server.requests.map(({ headers }) => headers["last-event-id"]);
  return { items, ids, slept: clock.slept, stream };
}

const first = dropped("id: a\ndata: 1\n\n");
const second = text(200, "data: 2\n\n", type);
const lost = ["connection", undefined];

describe("a stream continues after a drop", () => {
  test("with the id of the last event, which is kept", async () => {
    const { items, ids } = await outcomes([first, second]);
    expect(items).toEqual([
      { data: 1, id: "a" },
      { data: 2, id: "a" },
    ]);
    expect(ids).toEqual([undefined, "a"]);
  });

  test("with an id in UTF-8", async () => {
    const { ids } = await outcomes([dropped("id: …é\ndata: 1\n\n"), second]);
    expect(Buffer.from(ids[1]?.toString() ?? "", "latin1").toString()).toBe("…é");
  });

  test("without the event that the drop cut off", async () => {
    const { items, ids } = await outcomes([dropped("id: a\ndata: 1\n\nid: b\ndata: x\n"), second]);
    expect(items).toEqual([
      { data: 1, id: "a" },
      { data: 2, id: "a" },
    ]);
    expect(ids).toEqual([undefined, "a"]);
  });

  test("after the delay that the server requests, else that of the retry policy", async () => {
    expect((await outcomes([dropped("retry: 7\nid: a\ndata: 1\n\n"), second])).slept).toEqual([7]);
    expect((await outcomes([first, second])).slept).toEqual([250]);
    const retries = { strategy: "backoff", backoff: { initialInterval: 10 } } as const;
    expect((await outcomes([first, second], { reconnect: {}, retries })).slept).toEqual([5]);
  });

  test("at most once a second after the third time, even if the server asks for less", async () => {
    const again = dropped("retry: 0\nid: a\ndata: 1\n\n");
    const { slept } = await outcomes([again, again, again, again, again, again, second]);
    expect(slept).toEqual([0, 0, 0, 1000, 1000, 1000]);
  });

  test("after a minute at most: a server that asks for more has ended the stream", async () => {
    const { items, slept } = await outcomes([dropped("retry: 60001\nid: a\ndata: 1\n\n"), second]);
    expect([items, slept]).toEqual([[{ data: 1, id: "a", retry: 60_001 }, lost], []]);
  });

  test("after failed attempts, of which it counts those without an event", async () => {
    const again = dropped("id: b\ndata: 2\n\n");
    const replies = [first, json(503, {}), again, json(500, {}), second] as const;
    const { items } = await outcomes([...replies], { reconnect: { maxAttempts: 2 } });
    expect(items).toEqual([
      { data: 1, id: "a" },
      { data: 2, id: "b" },
      { data: 2, id: "b" },
    ]);
  });

  test("if it ends without its sentinel", async () => {
    const success = { 200: eventStream({ reopen: reconnect, sentinel: "END" }) };
    const operation = { ...streaming, success };
    const replies = [
      text(200, "id: a\ndata: 1\n\n", type),
      text(200, "data: END\n\n", type),
    ] as const;
    const { items, ids } = await outcomes([...replies], { reconnect: {} }, operation);
    expect(items).toEqual([{ data: 1, id: "a" }]);
    expect(ids).toEqual([undefined, "a"]);
  });
});

describe("a stream ends", () => {
  test("without `reconnect`", async () => {
    const { items, ids } = await outcomes([first, second], {});
    expect(items).toEqual([{ data: 1, id: "a" }, lost]);
    expect(ids).toHaveLength(1);
  });

  test("without an id", async () => {
    const { items, ids } = await outcomes([dropped("data: 1\n\n"), second]);
    expect(items).toEqual([{ data: 1 }, lost]);
    expect(ids).toHaveLength(1);
  });

  test("at its end", async () => {
    const { items, ids } = await outcomes([text(200, "id: a\ndata: 1\n\n", type), second]);
    expect(items).toEqual([{ data: 1, id: "a" }]);
    expect(ids).toHaveLength(1);
  });

  test("after a 204", async () => {
    const { items, ids } = await outcomes([first, text(204), second]);
    expect(items).toEqual([{ data: 1, id: "a" }]);
    expect(ids).toHaveLength(2);
  });

  test("after an error of the server's, which is the cause", async () => {
    const { items, ids } = await outcomes([first, json(404, { title: "gone" }), second]);
    expect(items).toEqual([{ data: 1, id: "a" }, lost]);
    expect(ids).toHaveLength(2);
  });

  test("if it never began, such as with a 401", async () => {
    const server = await serve(json(401, {}), second);
    const client = clientWith({ serverURL: server.url, clock: testClock() });
    const call = callWith<unknown, Failure>(client, streaming, {}, { reconnect: {} });
    expect(await call.result()).toMatchObject({ ok: false, error: { status: 401 } });
    expect(server.requests).toHaveLength(1);
  });

  test("after a response that isn't a stream", async () => {
    const { items, ids } = await outcomes([first, json(200, {}), second]);
    expect(items).toEqual([{ data: 1, id: "a" }, ["decode", undefined]]);
    expect(ids).toHaveLength(2);
  });

  test("after a response that isn't a stream and never ends", async () => {
    const endless: Reply = (response) => {
      response.writeHead(200, { "Content-Type": "application/json" });
      response.write("[");
    };
    const options = { reconnect: { maxAttempts: 2 }, timeoutMs: 100 };
    const { items, ids } = await outcomes([first, endless], options);
    expect(items).toEqual([{ data: 1, id: "a" }, lost]);
    expect(ids).toHaveLength(3);
  });

  test("after an id that no server takes", async () => {
    const long = dropped(`id: ${"a".repeat(200_000)}\ndata: 1\n\n`);
    const { items } = await outcomes([long, second]);
    expect(items).toEqual([expect.objectContaining({ data: 1 }), lost]);
  });

  test("after `maxAttempts`", async () => {
    const { items, ids } = await outcomes([first, json(503, {})], {
      reconnect: { maxAttempts: 3 },
    });
    expect(items).toEqual([{ data: 1, id: "a" }, lost]);
    expect(ids).toHaveLength(4);
  });

  test("after an unreadable item, without reconnecting", async () => {
    const { items, ids } = await outcomes([text(200, "id: a\ndata: {\n\ndata: 2\n\n", type)]);
    expect(items).toEqual([["decode", "{"], { data: 2, id: "a" }]);
    expect(ids).toHaveLength(1);
  });

  test("when the caller aborts while it waits", async () => {
    const server = await serve(first, second);
    const controller = new AbortController();
    const clock = {
      ...testClock(),
      sleep: async () => controller.abort("enough"),
    };
    const client = clientWith({ serverURL: server.url, clock });
    const options = { reconnect: {}, signal: controller.signal };
    const stream = await callWith<EventStream<unknown>, Failure>(client, streaming, {}, options);
    expect(await outcomesOf(stream)).toEqual([{ data: 1, id: "a" }, ["aborted", undefined]]);
    expect(server.requests).toHaveLength(1);
  });
});

test("a server that never answered gets no further request", async () => {
  const client = clientWith({ serverURL: await refusingURL(), clock: testClock() });
  const options = { reconnect: {}, retries: { strategy: "none" } } as const;
  const result = await callWith<EventStream<unknown>, Failure>(
    client,
    streaming,
    {},
    options,
  ).result();
  expect(result).toMatchObject({ ok: false, error: { kind: "connection", attempts: 1 } });
});
