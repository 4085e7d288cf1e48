import { describe, expect, test } from "vitest";
import { jsonSeqFormat } from "../../templates/runtime/json-seq.js";
import { bytesOf, cutsOf, outcomesOf, streamFrom } from "./streams.js";

const rs = "\x1e";

describe("a sequence, cut at every byte", () => {
  test.each<{ name: string; text: string; want: unknown[] }>([
    { name: "a value a text", text: `${rs}{"a":1}\n${rs}"é"\n`, want: [{ a: 1 }, "é"] },
    {
      name: "a text holds line ends",
      text: `${rs}{\n"a":\n1\n}\n${rs}[\n2\n]\n`,
      want: [{ a: 1 }, [2]],
    },
    { name: "empty texts are skipped", text: `${rs}${rs}\n${rs}1\n`, want: [1] },
    {
      name: "a text without its line end is cut off",
      text: `${rs}1\n${rs}23`,
      want: [1, ["decode", "23"]],
    },
    { name: "and so between two others", text: `${rs}1${rs}2\n`, want: [["decode", "1"], 2] },
    {
      name: "the stream goes on after a text that isn't JSON",
      text: `${rs}{"a\n${rs}2\n`,
      want: [["decode", '{"a\n'], 2],
    },
  ])("$name", async ({ text, want }) => {
    for (const chunks of cutsOf(text)) {
      expect(await outcomesOf(streamFrom(jsonSeqFormat(), chunks))).toEqual(want);
    }
  });
});

test("a value is returned when its line end arrives", async () => {
  let arrive = (_: Uint8Array<ArrayBuffer>) => {};
  async function* chunks() {
    yield bytesOf(`${rs}1\n`);
    yield new Promise<Uint8Array<ArrayBuffer>>((resolve) => {
      arrive = resolve;
    });
  }
  const items = streamFrom(jsonSeqFormat(), chunks())[Symbol.asyncIterator]();
  expect(await items.next()).toEqual({ done: false, value: 1 });
  const next = items.next();
  arrive(bytesOf(`${rs}2\n`));
  expect(await next).toEqual({ done: false, value: 2 });
});
