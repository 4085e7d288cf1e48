import { describe, expect, it } from "vitest";
import { byteBudget, collect } from "../../../generator/read/input/collect.js";

async function* chunks(...parts: readonly (readonly number[])[]): AsyncGenerator<Uint8Array> {
  for (const part of parts) yield Uint8Array.from(part);
}

describe("collected bytes", () => {
  it("are one text, even if a character is split between chunks", async () => {
    expect(await collect(chunks([0x61, 0xc3], [0xa9]), byteBudget(10))).toEqual({
      ok: true,
      text: "aé",
    });
  });

  it("lose a byte order mark", async () => {
    expect(await collect(chunks([0xef, 0xbb, 0xbf, 0x61]), byteBudget(10))).toEqual({
      ok: true,
      text: "a",
    });
  });

  it.each([[[0, 0x61]], [[0x61, 0]], [[0xff, 0xfe, 0x61, 0]]])(
    "are no UTF-16: %j",
    async (bytes) => {
      expect(await collect(chunks(bytes), byteBudget(10))).toEqual({
        ok: false,
        message: "this is not UTF-8 text: save the document uncompressed, as UTF-8",
      });
    },
  );

  it("may be as many as the limit", async () => {
    expect(await collect(chunks([0x61, 0x62]), byteBudget(2))).toEqual({ ok: true, text: "ab" });
  });

  it("are refused beyond the limit, and not read to the end", async () => {
    let asked = 0;
    async function* endless(): AsyncGenerator<Uint8Array> {
      for (;;) {
        asked += 1;
        yield Uint8Array.of(0x61);
      }
    }
    expect(await collect(endless(), byteBudget(2))).toEqual({
      ok: false,
      message: "this has more than 2 bytes: split the document",
    });
    expect(asked).toBe(3);
  });

  it("are refused if they are not UTF-8", async () => {
    expect(await collect(chunks([0xff, 0xfe, 0x61, 0x00]), byteBudget(10))).toEqual({
      ok: false,
      message: "this is not UTF-8 text: save the document uncompressed, as UTF-8",
    });
  });
});
