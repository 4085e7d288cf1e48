import { describe, expect, it } from "vitest";
import { withOpenEnums } from "../../generator/emit/open-enums.js";
import { schemaParts } from "../../generator/emit/schema.js";
import type { JsonObject } from "../../generator/read/document/document.js";

const open = { "x-speakeasy-unknown-values": "allow" };

async function typeOf(schema: JsonObject, openapi = "3.0.3"): Promise<string> {
  const { declarations } = await schemaParts({
    openapi,
    info: { title: "Pets", version: "1" },
    paths: {},
    components: { schemas: { Kind: schema } },
  });
  const { text } = declarations.get("components") ?? { text: "" };
  return /Kind: ([^;]*);/.exec(text)?.[1]?.replace(/\s+/g, " ") ?? "";
}

describe("the type of an enum that is open", () => {
  it.each<[name: string, given: JsonObject, want: string]>([
    [
      "of text",
      { type: "string", enum: ["a", "b"] },
      '("a" | "b") | (string & Record<never, never>)',
    ],
    ["of numbers", { type: "integer", enum: [1, 2] }, "(1 | 2) | (number & Record<never, never>)"],
    [
      "that may be null",
      { type: "string", nullable: true, enum: ["a", null] },
      '("a" | null) | (string & Record<never, never>)',
    ],
  ])("%s takes others too", async (_, given, want) => {
    expect(await typeOf({ ...given, ...open })).toBe(want);
  });

  it("keeps what is said of it", () => {
    const given = { type: "string", enum: ["a"], description: "A kind.", default: "a", ...open };
    expect(withOpenEnums({ properties: { kind: given } })).toEqual({
      properties: {
        kind: {
          description: "A kind.",
          default: "a",
          ...open,
          anyOf: [
            { type: "string", enum: ["a"] },
            { type: "string", format: "sdkwright-rest" },
          ],
        },
      },
    });
  });
});

describe("a document without open enums", () => {
  it("is returned as it is", () => {
    const given = { a: [{ enum: ["a"], "x-speakeasy-unknown-values": "disallow" }] };
    expect(withOpenEnums(given)).toBe(given);
  });
});

it("a schema that allows everything is no such enum", async () => {
  expect(await typeOf({ type: "object", properties: { a: true } }, "3.1.0")).toContain(
    "a?: unknown",
  );
});
