import { describe, expect, test } from "vitest";
import { type EventSettings, eventFormat } from "../../templates/runtime/event-stream.js";
import { grammarCases, platformCases } from "./event-cases.js";
import { bytesOf, cutsOf, outcomesOf, streamFrom } from "./streams.js";

const text = eventFormat({ data: "text" });

function eventsIn(source: string, settings: EventSettings): Promise<unknown[]> {
  return outcomesOf(streamFrom(eventFormat(settings), [bytesOf(source)]));
}

describe.each([
  ["the grammar", grammarCases],
  ["the cases of the web platform", platformCases],
])("%s, cut at every byte", (_, cases) => {
  test.each(cases)("$name", async ({ text: source, want }) => {
    for (const chunks of cutsOf(source)) {
      expect(await streamFrom(text, chunks).collect()).toEqual(want);
    }
  });
});

test("a chunk without bytes changes nothing", async () => {
  const chunks = ["data: a\r", "", "\ndata: b\r\n", "", "\r\n"].map(bytesOf);
  expect(await streamFrom(text, chunks).collect()).toEqual([{ data: "a\nb" }]);
});

describe("data", () => {
  const source = 'data: {"a":1}\n\ndata: x\n\ndata: 123\n\n';
  test.each<{ data: EventSettings["data"]; want: unknown[] }>([
    { data: "text", want: [{ data: '{"a":1}' }, { data: "x" }, { data: "123" }] },
    { data: "json", want: [{ data: { a: 1 } }, ["decode", "x"], { data: 123 }] },
    { data: "any", want: [{ data: { a: 1 } }, { data: "x" }, { data: 123 }] },
  ])("is read as $data", async ({ data = "json", want }) => {
    expect(await eventsIn(source, { data })).toEqual(want);
  });

  test("is JSON by default", async () => {
    expect(await eventsIn("data: [1]\n\n", {})).toEqual([{ data: [1] }]);
  });

  test("is read by the event's name; that of a new event as JSON if it is JSON", async () => {
    const named = (event: string, data: string) => `event: ${event}\ndata: ${data}\n\n`;
    const data = { delta: "json", note: "text" } as const;
    const source = [
      named("delta", "[1]"),
      named("note", "[1]"),
      named("constructor", "[1]"),
      named("new", "x"),
      named("delta", "x"),
    ].join("");
    expect(await eventsIn(source, { data })).toEqual([
      { event: "delta", data: [1] },
      { event: "note", data: "[1]" },
      { event: "constructor", data: [1] },
      { event: "new", data: "x" },
      ["decode", "x"],
    ]);
  });
});

test("an event with the name error is one like others", async () => {
  const source = 'event: error\ndata: {"message":"busy"}\n\ndata: 1\n\n';
  const want = [{ event: "error", data: { message: "busy" } }, { data: 1 }];
  expect(await eventsIn(source, {})).toEqual(want);
  expect(await eventsIn(source, { data: { delta: "json" } })).toEqual(want);
});

test("an event without data is given where the document allows it", async () => {
  const source = "event: ping\n\nid: 1\n\n: hi\n\nretry: 5\n\ndata: 1\n\n";
  expect(await eventsIn(source, { withoutData: true })).toEqual([
    { event: "ping" },
    { data: 1, id: "1" },
  ]);
});

describe("the sentinel", () => {
  const lost = ["connection", undefined];
  test.each<{ name: string; source: string; settings: EventSettings; want: unknown[] }>([
    {
      name: "ends the stream",
      source: "data: 1\n\ndata: END\n\ndata: 2\n\n",
      settings: { sentinel: "END" },
      want: [{ data: 1 }],
    },
    {
      name: "is missed where it is declared",
      source: "data: 1\n\n",
      settings: { sentinel: "END" },
      want: [{ data: 1 }, lost],
    },
    {
      name: "is the whole data",
      source: 'data: "END"\n\ndata: END\n\n',
      settings: { sentinel: "END" },
      want: [{ data: "END" }],
    },
    {
      name: "[DONE] needs no declaration",
      source: "data: 1\n\ndata: [DONE]\n\ndata: 2\n\n",
      settings: {},
      want: [{ data: 1 }],
    },
    {
      name: "[DONE] is text in a stream of texts",
      source: "data: [DONE]\n\n",
      settings: { data: "text" },
      want: [{ data: "[DONE]" }],
    },
  ])("$name", async ({ source, settings, want }) => {
    expect(await eventsIn(source, settings)).toEqual(want);
  });
});
