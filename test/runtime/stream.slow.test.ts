import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { describe, expect, test } from "vitest";
import { eventFormat } from "../../templates/runtime/event-stream.js";
import { jsonLinesFormat } from "../../templates/runtime/json-lines.js";
import { jsonSeqFormat } from "../../templates/runtime/json-seq.js";
import { bytesOf, chunksOf, streamFrom } from "./streams.js";

describe("4 MB in chunks of 16 bytes take seconds, since the time is linear in the length", () => {
  const long = "x".repeat(2 ** 22);

  test("an event of one line", async () => {
    const events = streamFrom(eventFormat({ data: "text" }), chunksOf(`data: ${long}\n\n`, 16));
    expect(await events.collect()).toEqual([{ data: long }]);
  });

  test("an event of many lines", async () => {
    const source = `${"data: xxxxxxxx\n".repeat(2 ** 18)}\n`;
    const [event] = await streamFrom<{ data: string }>(
      eventFormat({ data: "text" }),
      chunksOf(source, 16),
    ).collect();
    expect(event?.data).toBe(`${"xxxxxxxx\n".repeat(2 ** 18 - 1)}xxxxxxxx`);
  });

  test("a line of JSON", async () => {
    expect(await streamFrom(jsonLinesFormat(), chunksOf(`"${long}"\n`, 16)).collect()).toEqual([
      long,
    ]);
  });

  test("a text with line ends in a sequence of JSON", async () => {
    const list = `[\n${'"x",\n'.repeat(2 ** 19)}"y"\n]`;
    const [items] = await streamFrom<string[]>(
      jsonSeqFormat(),
      chunksOf(`\x1e${list}\n`, 5),
    ).collect();
    expect(items).toHaveLength(2 ** 19 + 1);
  });
});

test("a million events use no more memory than ten thousand", async () => {
  const event = bytesOf(`data: {"text":"${"x".repeat(100)}"}\n\n`);
  function* events() {
    for (let count = 0; count < 1_000_000; count += 1) yield event;
  }
  setFlagsFromString("--expose-gc");
  const collectGarbage: () => void = runInNewContext("gc");
  const heapAfterGC = () => {
    collectGarbage();
    return process.memoryUsage().heapUsed;
  };
  let received = 0;
  let early = 0;
  for await (const _ of streamFrom(eventFormat(), events())) {
    received += 1;
    if (received === 10_000) early = heapAfterGC();
  }
  expect(received).toBe(1_000_000);
  // The events are 120 MB.
  expect(heapAfterGC()).toBeLessThan(early + 5 * 2 ** 20);
});
