import { mkdir, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { sdkwright } from "../command.js";
import { root } from "../imports.js";
import { type Snippet, snippets } from "./snippets.js";

const folder = join(root, "node_modules/.sdkwright-paging");
const total = 250;

const number = { type: "integer" };
const items = { type: "array", items: number };
const next = { type: "string", nullable: true };

/** A list that is given page by page, with parameters of these names. */
function listOf(operationId: string, result: object, parameters: Record<string, object>) {
  return {
    get: {
      operationId,
      parameters: Object.entries(parameters).map(([name, schema]) => ({
        in: "query",
        name,
        schema,
      })),
      responses: {
        200: { description: "", content: { "application/json": { schema: result } } },
      },
    },
  };
}

const paths = {
  "/offset": listOf("byOffset", items, { limit: number, offset: number }),
  "/number": listOf(
    "byNumber",
    { type: "object", properties: { data: items } },
    { page: number, per_page: { ...number, maximum: 50 } },
  ),
  "/cursor": listOf(
    "byCursor",
    {
      type: "object",
      required: ["data"],
      properties: { data: items, meta: { type: "object", properties: { next_cursor: next } } },
    },
    { cursor: { type: "string" }, page_size: { ...number, maximum: 60 } },
  ),
};

const server = createServer((request, response) => {
  const { pathname, searchParams } = new URL(request.url ?? "", "http://localhost");
  const told = (name: string) => Number(searchParams.get(name));
  const all = Array.from({ length: total }, (_, index) => index);
  const page = (start: number, size: number) => all.slice(start, start + size);
  const cursor = told("cursor");
  const size = told("page_size");
  const end = cursor + size;
  const answers: Record<string, unknown> = {
    "/offset": page(told("offset"), told("limit")),
    "/number": { data: page(((told("page") || 1) - 1) * told("per_page"), told("per_page")) },
    "/cursor": {
      data: page(cursor, size),
      meta: { next_cursor: end < total ? String(end) : null },
    },
  };
  response.setHeader("Content-Type", "application/json");
  response.end(JSON.stringify(answers[pathname]));
});

let programs: readonly Snippet[] = [];

beforeAll(async () => {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  // The cast states what listening on a port guarantees.
  const { port } = server.address() as AddressInfo;
  const info = { title: "Paged", version: "1" };
  const servers = [{ url: `http://127.0.0.1:${port}` }];
  await writeFile(
    join(folder, "openapi.json"),
    JSON.stringify({ openapi: "3.0.3", info, servers, paths }),
  );
  const run = await sdkwright(folder, ["generate", "openapi.json", "--output", "sdk"]);
  expect(run).toMatchObject({ code: 0 });
  programs = snippets(join(folder, "sdk"));
});

afterAll(async () => {
  server.close();
  await rm(folder, { recursive: true, force: true });
});

/** What a program prints. */
async function printedBy({ code }: Snippet, index: number): Promise<unknown[]> {
  const printed: unknown[] = [];
  const spy = vi.spyOn(console, "log").mockImplementation((...line) => printed.push(line));
  const file = join(folder, `program-${index}.ts`);
  await writeFile(file, code.replace('from "paged"', 'from "./sdk/src/index.js"'));
  await import(/* @vite-ignore */ file);
  spy.mockRestore();
  return printed;
}

it("the program of each operation prints the items of all pages", async () => {
  const loops = programs.filter(
    ({ name, code }) => !name.includes("guides") && /for await/.test(code),
  );
  expect(loops.map(({ operationId }) => operationId)).toEqual(["byCursor", "byNumber", "byOffset"]);
  for (const [index, program] of loops.entries()) {
    const printed = await printedBy(program, index);
    expect(printed).toEqual(Array.from({ length: total }, (_, item) => [item]));
  }
});

it("the programs of the guide read all pages", async () => {
  const guide = programs.filter(({ name }) => name.includes("guides/pagination"));
  expect(guide.map(({ operationId }) => operationId)).toEqual(Array(5).fill("byOffset"));
  const lines: unknown[][] = [];
  for (const [index, program] of guide.entries()) {
    lines.push(await printedBy(program, 10 + index));
  }
  const [items, pages, results, all, rest] = lines;
  expect(items).toHaveLength(total);
  expect(pages).toEqual([
    [100, 200],
    [100, 200],
    [50, 200],
    [0, 200],
  ]);
  expect(results).toEqual([[100], [100], [50], [0]]);
  expect(all).toEqual([[total]]);
  expect(rest).toEqual([[total - 100]]);
});
