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
    "/number": { data: page((told("page") - 1) * told("per_page"), told("per_page")) },
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
  programs = snippets(join(folder, "sdk")).filter(({ name }) => name.includes("pagination"));
});

afterAll(async () => {
  server.close();
  await rm(folder, { recursive: true, force: true });
});

it("the programs of the guide go on until there is no page left", async () => {
  expect(programs.map(({ operationId }) => operationId)).toEqual([
    "byCursor",
    "byOffset",
    "byNumber",
  ]);
  const printed: unknown[] = [];
  vi.spyOn(console, "log").mockImplementation((line) => printed.push(line));
  for (const [index, { code }] of programs.entries()) {
    const file = join(folder, `program-${index}.ts`);
    await writeFile(file, code.replace('from "paged"', 'from "./sdk/src/index.js"'));
    await import(/* @vite-ignore */ file);
  }
  vi.restoreAllMocks();
  expect(printed).toEqual([total, total, total]);
});
