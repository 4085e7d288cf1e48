import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { bundled } from "./bundled.js";
import { calling, capabilities, everywhere, receiverParts, receiving } from "./capabilities.js";

// Engines compress a little differently.
const tolerance = 30;

const page = readFileSync("generator/docs/bundle-size.md", "utf8");
const runtime = "templates/runtime";

/** What the page says of a row, in bytes. */
function toldOf(name: string): number {
  const [, bytes] = new RegExp(`^\\| ${name} \\| ([\\d,]+) \\|$`, "m").exec(page) ?? [];
  return Number(bytes?.replace(",", ""));
}

async function sizeOf(program: string, folder = runtime): Promise<number> {
  return (await bundled(program, folder)).gzipped;
}

/** The page's number, or what it has to be. */
function near(measured: number, told: number): number {
  return Math.abs(told - measured) <= tolerance ? told : Math.round(measured / 10) * 10;
}

describe("the page states the measured sizes", () => {
  test.each(capabilities)("of $name", async ({ name, program, beside }) => {
    const told = toldOf(name);
    expect(told).toBe(near((await sizeOf(program)) - (await sizeOf(beside)), told));
  });

  test.each([
    { rows: /^A list that arrives/, most: 1_200 },
    { rows: /^Pages by/, most: 250 },
    { rows: /^The events, beside/, most: 600 },
  ])("of at most $most bytes for $rows", async ({ rows, most }) => {
    const held = capabilities.filter(({ name }) => rows.test(name));
    const sizes = held.map(async ({ program, beside }) => {
      return (await sizeOf(program)) - (await sizeOf(beside));
    });
    expect(held).not.toEqual([]);
    expect(Math.max(...(await Promise.all(sizes)))).toBeLessThanOrEqual(most);
  });

  test.each(everywhere)("of $name, in every bundle", async ({ name, modules }) => {
    const program = calling({ imports: {} });
    const { gzipped } = await bundled(program, runtime, modules);
    const told = toldOf(name);
    expect(told).toBe(near((await sizeOf(program)) - gzipped, told));
  });

  const functions = 'export * from "./operations/domains.js"; export * from "./core.js";';
  test.each([
    { name: "The smallest call", program: calling({ imports: {} }), folder: runtime },
    { name: "The four functions of Domains", program: functions, folder: "generated/src" },
    {
      name: "The class of Domains, and its functions",
      program: 'export * from "./index.js";',
      folder: "generated/src",
    },
  ])("of $name as a whole", async ({ name, program, folder }) => {
    const told = toldOf(name);
    expect(told).toBe(near(await sizeOf(program, folder), told));
  });

  const handling = receiving["with a handler"];

  test.each(receiverParts)("of $name, in a receiver of webhooks", async ({ name, modules }) => {
    const { gzipped } = await bundled(handling, runtime, modules);
    const told = toldOf(name);
    expect(told).toBe(near((await sizeOf(handling)) - gzipped, told));
  });

  test("of the rest of a receiver", async () => {
    const parts = receiverParts.flatMap(({ modules }) => modules);
    const rest = toldOf("Options, the handler and JSON");
    expect(rest).toBe(near((await bundled(handling, runtime, parts)).gzipped, rest));
  });

  test.each(Object.entries(receiving))("of a receiver %s", async (use, program) => {
    const told = toldOf(`A receiver ${use}`);
    expect(told).toBe(near(await sizeOf(program), told));
  });
});
