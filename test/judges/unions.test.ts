import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import type { Api } from "../../generator/model/api/api.js";
import type { Operation } from "../../generator/model/api/operation.js";
import { apiFrom } from "../../generator/model/model.js";
import { schemaFinder } from "../../generator/model/schema/find-schema.js";
import { callFrom } from "../../generator/plan/call/call.js";
import { sampleArguments } from "../../generator/plan/samples/sample-arguments.js";
import { read } from "../../generator/read/read.js";
import { mockedDocuments } from "./documents.js";
import { emitted } from "./emitted.js";
import { plain, wordOf } from "./sample-calls.js";

/** What the test uses of an emitted package, whose types it doesn't know. */
interface Package {
  readonly client: new (options: object) => object;
  readonly double: () => Double;
  readonly calls: ReadonlyMap<string, Send>;
}

type Send = (client: object, request: object, options?: object) => { result(): Promise<Result> };

interface Double {
  readonly options: object;
  readonly clock: { run(): Promise<void> };
  on(send: Send): {
    fails(status: number, body: unknown): void;
    failsWith(status: number): void;
    drops(when: string): void;
    hangs(): void;
    sends(text: string, answer: object): void;
  };
}

interface Result {
  readonly ok: boolean;
  readonly error?: { readonly name: string; readonly kind: string; readonly status?: number };
}

async function packageIn(folder: string): Promise<Package> {
  const text = readFileSync(join(folder, "api-report.json"), "utf8");
  const { entries }: { entries: readonly { kind: string; name: string }[] } = JSON.parse(text);
  const name = entries.find(({ kind }) => kind === "client")?.name ?? "";
  const sdk = await import(/* @vite-ignore */ join(folder, "dist/index.js"));
  const { double } = await import(/* @vite-ignore */ join(folder, "dist/testing.js"));
  const functions = Object.entries(sdk).filter(([key]) => /^[a-z]/.test(key));
  const calls = new Map(functions.map(([key, send]) => [wordOf(key), send as Send]));
  return { client: sdk[name], double, calls };
}

/** The members of the error union of an operation that a double doesn't provoke, one line each. */
async function missingOf(operation: Operation, api: Api, sdk: Package): Promise<string[]> {
  const send = sdk.calls.get(wordOf(operation.id));
  if (send === undefined) return [`${operation.id} is no function`];
  const call = callFrom(operation, api);
  // The cast is safe: plain data of an object is an object.
  const request = plain(sampleArguments(call, schemaFinder(api.schemas))) as object;
  const missing: string[] = [];
  const provoke = async (
    want: string,
    script: (on: ReturnType<Double["on"]>) => void,
    options: object = {},
  ) => {
    const double = sdk.double();
    const client = new sdk.client({ bearerAuth: "test", ...double.options });
    script(double.on(send));
    const pending = send(client, request, { retries: { strategy: "none" }, ...options }).result();
    await double.clock.run();
    const { error } = await pending;
    const got = `${error?.kind} ${error?.status} ${error?.name === "SDKError" ? "any" : "own"}`;
    if (got !== want) missing.push(`${operation.id}: ${got}, not ${want}`);
  };
  for (const { status, hasPayload } of call.failures) {
    if (status.kind !== "code" || !hasPayload) continue;
    await provoke(`response ${status.code} own`, (on) => on.fails(status.code, {}));
  }
  await provoke("response 418 any", (on) => on.failsWith(418));
  await provoke("connection undefined own", (on) => on.drops("before-headers"));
  await provoke("timeout undefined own", (on) => on.hangs());
  const signal = AbortSignal.abort();
  await provoke("aborted undefined own", (on) => on.hangs(), { signal });
  const headers = { "wrong name": "x" };
  await provoke("invalid-request undefined own", (on) => on.hangs(), { headers });
  if (call.results.some(({ payload }) => payload.kind === "value")) {
    const answer = { contentType: "application/json" };
    await provoke("decode undefined own", (on) => on.sends("{", answer));
  }
  return missing;
}

describe.each(mockedDocuments.filter(({ name }) => /^(Domains|Clerk)$/.test(name)))(
  "a double of $name",
  ({ name, file }) => {
    let api: Api;
    let sdk: Package;

    beforeAll(async () => {
      const reading = await read(file);
      if (!reading.ok) throw new Error(`${file} can't be read`);
      api = apiFrom(reading.source.document);
      sdk = await packageIn(emitted(`${name.toLowerCase()}-double`, file));
    });

    it("provokes every member of every error union", async () => {
      const missing: string[] = [];
      for (const operation of api.operations) {
        missing.push(...(await missingOf(operation, api, sdk)));
      }
      expect(api.operations.length).toBeGreaterThan(3);
      expect(missing).toEqual([]);
    });
  },
);
