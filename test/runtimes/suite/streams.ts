import { ConnectionError, RequestAbortedError, RequestTimeoutError, SDKError, Things } from "#sdk";
import {
  type Case,
  expectEqual,
  expectTrue,
  type Place,
  type Spot,
  sleep,
  spotFor,
} from "./case.js";

function streamsAt(place: Place, reply: string) {
  const spot = spotFor(place, reply);
  const { streams: calls } = new Things({ serverURL: spot.url, retries: { strategy: "none" } });
  return { calls, spot };
}

type Calls = Things["streams"];

/** An event of integers, as the loops below see it. */
interface NumberEvent {
  readonly data: number;
}

interface Results {
  results(): AsyncIterable<
    | { readonly ok: true; readonly value: NumberEvent }
    | { readonly ok: false; readonly error: { readonly kind: string; readonly received: number } }
  >;
}

/** The data of each event, and what breaks the stream. */
async function outcomesOf(stream: Results): Promise<unknown[]> {
  const outcomes: unknown[] = [];
  for await (const result of stream.results()) {
    outcomes.push(result.ok ? result.value.data : [result.error.kind, result.error.received]);
  }
  return outcomes;
}

/** Resolves when the server sees that its answer isn't read on. */
async function givenUp(spot: Spot): Promise<void> {
  for (;;) {
    const arrivals = await spot.arrivals();
    if (arrivals.every(({ isGivenUp }) => isGivenUp)) return;
    await sleep(10);
  }
}

/** Events that are read to their end. */
function events(name: string, reply: string, want: readonly unknown[]): Case {
  return {
    name,
    run: async (place) => {
      const { calls, spot } = streamsAt(place, reply);
      expectEqual("outcomes", await outcomesOf(await calls.watchThings()), want);
      expectEqual("requests", (await spot.arrivals()).length, 1);
    },
  };
}

/** A way to leave a stream that the server goes on with. */
function leaving(name: string, reply: string, leave: (calls: Calls) => Promise<void>): Case {
  return {
    name: `${name} frees the connection`,
    run: async (place) => {
      const { calls, spot } = streamsAt(place, reply);
      await leave(calls);
      await givenUp(spot);
    },
  };
}

const read: readonly Case[] = [
  events("events are read", "events", [1, 2]),
  events("events that are compressed are read", "events-compressed", [1, 2]),
  events("events that come in pieces are read", "events-in-pieces", [1, 2]),
  events("an event that can't be read doesn't end the stream", "events-with-a-fault", [
    1,
    ["decode", 1],
    2,
  ]),
  events("a lost connection is the last result", "events-then-reset", [1, 2, ["connection", 2]]),
  {
    name: "a lost connection ends a loop with an error",
    run: async (place) => {
      const { calls } = streamsAt(place, "events-then-reset");
      const stream = await calls.watchThings();
      const error = await stream.collect().catch((cause: unknown) => cause);
      expectTrue("a ConnectionError", error instanceof ConnectionError);
    },
  },
  {
    name: "a POST whose stream breaks isn't sent again",
    run: async (place) => {
      const { calls, spot } = streamsAt(place, "events-then-reset");
      const stream = await calls.askQuestion({ stream: true });
      expectEqual("outcomes", await outcomesOf(stream), [1, 2, ["connection", 2]]);
      expectEqual("requests", (await spot.arrivals()).length, 1);
    },
  },
  {
    name: "a GET continues after its last event, if it may",
    run: async (place) => {
      const { calls, spot } = streamsAt(place, "events-twice");
      const stream = await calls.watchThings({}, { reconnect: {} });
      for await (const { data } of stream) if (data === 3) break;
      const ids = (await spot.arrivals()).map(({ headers }) => headers["last-event-id"]);
      expectEqual("ids", ids, [undefined, "b"]);
    },
  },
  {
    name: "a stream that is refused is an error of the call",
    run: async (place) => {
      const { calls, spot } = streamsAt(place, "broken");
      const result = await calls.watchThings({}, { reconnect: {} }).result();
      expectTrue("an SDKError", !result.ok && result.error instanceof SDKError);
      expectEqual("requests", (await spot.arrivals()).length, 1);
    },
  },
  {
    name: "JSON that comes instead of a stream is the result, where it is documented",
    run: async (place) => {
      const { calls } = streamsAt(place, "thing");
      const result: unknown = await calls.askQuestion({ stream: true });
      expectEqual("result", result, { id: "1", name: "spoon" });
    },
  },
  {
    name: "lines are read",
    run: async (place) => {
      const { calls } = streamsAt(place, "lines");
      const things = await (await calls.exportThings()).collect();
      expectEqual("things", things, [{ id: "1" }, { id: "2" }]);
    },
  },
  {
    name: "a sequence of JSON texts is read, but for the one that is cut off",
    run: async (place) => {
      const { calls } = streamsAt(place, "texts");
      const found: unknown[] = [];
      for await (const result of (await calls.readThings()).results()) {
        found.push(result.ok ? result.value : result.error.kind);
      }
      expectEqual("things", found, [{ id: "1" }, "decode"]);
    },
  },
];

const left: readonly Case[] = [
  leaving("leaving a loop", "events-then-silent", async (calls) => {
    for await (const _ of await calls.watchThings()) break;
  }),
  leaving("closing a stream", "events-then-silent", async (calls) => {
    await (await calls.watchThings()).close();
  }),
  leaving("an abort while nothing comes", "events-then-silent", async (calls) => {
    const controller = new AbortController();
    const stream = await calls.watchThings({}, { signal: controller.signal });
    setTimeout(() => controller.abort(), 50);
    const error = await stream.collect().catch((cause: unknown) => cause);
    expectTrue("a RequestAbortedError", error instanceof RequestAbortedError);
  }),
  leaving("a time limit between events", "events-then-comments", async (calls) => {
    const stream = await calls.watchThings({}, { idleTimeoutMs: 150 });
    const error = await stream.collect().catch((cause: unknown) => cause);
    expectTrue("a RequestTimeoutError", error instanceof RequestTimeoutError);
  }),
  leaving("the last event, after which the server waits,", "events-then-done", async (calls) => {
    const stream = await calls.askQuestion({ stream: true });
    expectEqual("outcomes", await outcomesOf(stream), [1, 2]);
  }),
];

const sent: readonly Case[] = [
  {
    name: "a body of items is sent item by item",
    inapplicable: { chromium: "Chromium sends streams only over HTTP/2" },
    run: async (place) => {
      const { calls, spot } = streamsAt(place, "no-content");
      async function* things() {
        yield { id: "1" };
        yield { id: "2" };
      }
      await calls.importThings({ body: things() });
      const [arrival] = await spot.arrivals();
      expectEqual("body", arrival?.body, '{"id":"1"}\n{"id":"2"}\n');
    },
  },
  {
    name: "a list of items is a body",
    run: async (place) => {
      const { calls, spot } = streamsAt(place, "no-content");
      await calls.importThings({ body: [{ id: "1" }] });
      const [arrival] = await spot.arrivals();
      expectEqual("body", arrival?.body, '{"id":"1"}\n');
      expectEqual("content type", arrival?.headers["content-type"], "application/jsonl");
    },
  },
];

export const streams: readonly Case[] = [...read, ...left, ...sent];
