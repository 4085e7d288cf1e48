import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { JsonObject } from "../../generator/read/document/document.js";
import { failingPrograms } from "./run.js";

const document: JsonObject = {
  openapi: "3.1.0",
  info: { title: "Pets", version: "1.0.0" },
  servers: [{ url: "https://pets.example" }],
  paths: {
    "/pets": {
      get: {
        parameters: [{ in: "query", name: "size", schema: { type: "integer" } }],
        responses: { 200: { description: "Done." }, 404: { description: "Not found." } },
      },
      post: { responses: { 200: { description: "Done." } } },
    },
  },
};

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "sdkwright-run-"));
});

afterAll(() => rm(folder, { recursive: true, force: true }));

let count = 0;

/** What is wrong with a program that is to get the pets. */
async function fault(code: string): Promise<string | null> {
  count += 1;
  const file = join(folder, `${count}.mjs`);
  await writeFile(file, code);
  const marked = { name: "page 1", operationId: "pets", method: "get", path: "/pets", code, file };
  const [failing] = await failingPrograms([marked], document);
  return failing?.fault ?? null;
}

const get = `const { status } = await fetch("https://pets.example/pets");`;

describe("a program of a page", () => {
  it.each([
    ["calls its operation", get],
    ["tells of a failure", `${get} // .result()\nif (status === 404) console.error(status);`],
    [
      "tells of each failure that it names",
      `${get} // .result()\nswitch (status) { case 404: console.error(status); }`,
    ],
  ])("may be one that %s", async (_, code) => {
    expect(await fault(code)).toBeNull();
  });

  it.each([
    ["calls nothing", "", "doesn't call the operation that its marker names"],
    [
      "calls another operation",
      `await fetch("https://pets.example/pets", { method: "POST" });`,
      "doesn't call the operation that its marker names",
    ],
    [
      "sends what isn't documented",
      `await fetch("https://pets.example/pets?size=a");`,
      "query parameter size: must be integer",
    ],
    ["throws", `${get} throw new Error("no");`, "Error: no"],
    ["takes a success for a failure", `${get} console.error(status);`, "fails: 200"],
    [
      "is silent about failures",
      `${get} // .result()`,
      "says nothing of any of 404, 399, 418, 500",
    ],
    [
      "is silent about one that it names",
      `${get} // .result()\nswitch (status) { case 404: break; }`,
      "says nothing of 404",
    ],
  ])("is none that %s", async (_, code, want) => {
    expect(await fault(code)).toBe(want);
  });
});
