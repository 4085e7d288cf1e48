import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import createClient from "openapi-fetch";
import type { Api } from "../../generator/model/api/api.js";
import type { Operation } from "../../generator/model/api/operation.js";
import { commandsIn, run } from "../generated/curl-commands.js";
import { packages } from "./folders.js";
import { type SampleCall, sampleCalls, wordOf } from "./sample-calls.js";
import { execute } from "./server.js";

/** Calls each operation of an API once, and returns a line for each call that fails. */
export type Client = (api: Api, url: string, file: string) => Promise<string[]>;

/** Others' clients of an API. */
export const clients: Readonly<Record<string, Client>> = {
  "hey-api": async (api, url, file) => {
    const folder = join(packages, `hey-api-${file.replace(/^.*\/|\.\w+$/g, "")}`);
    const program = "node_modules/@hey-api/openapi-ts/bin/run.js";
    execute(program, "-i", file, "-o", folder, "-c", "@hey-api/client-fetch", "--silent");
    // The cast is safe: this is what hey-api emits.
    const sdk = (await import(/* @vite-ignore */ join(folder, "sdk.gen.ts"))) as HeyApiClient;
    return failuresOf(sampleCalls(api), async ({ operation, header, ...call }) => {
      const name = wordOf(operation.id);
      const [, send] = Object.entries(sdk).find(([each]) => wordOf(each) === name) ?? [];
      if (send === undefined) throw new Error("the client has no such function");
      return send({ baseUrl: url, auth: "test", headers: header, ...call });
    });
  },
  "openapi-fetch": (api, url) => {
    const client = createClient<object>({ baseUrl: url });
    return failuresOf(sampleCalls(api), async ({ operation, body, ...params }) => {
      const headers = { Authorization: "Bearer test" };
      const init = { headers, params, ...bodyOf(operation, body) };
      // The casts are needed for a client that knows the document only at run time.
      return client.request(operation.method as never, operation.path as never, init as never);
    });
  },
  curl: async (api, url) => {
    const failures: string[] = [];
    for (const { id, command } of commandsIn(api)) {
      const sent = command
        .replace(/https?:\/\/[^/\s'"?]*/, url)
        .replace("curl", "curl -sS --max-time 10 -w '\\n%{http_code}'");
      const status = (await run(sent)).split("\n").at(-1) ?? "";
      if (!/^[23]/.test(status)) failures.push(`${id}: ${status} ${command}`);
    }
    return failures;
  },
};

/** openapi-fetch sends JSON, unless its caller says how to write a body. */
function bodyOf({ body: described }: Operation, body: unknown): object {
  if (described === null || described.format === "json") return { body };
  if (described.format !== "multipart") {
    const headers = { Authorization: "Bearer test", "Content-Type": described.contentType };
    return { headers, body, bodySerializer: String };
  }
  const form = new FormData();
  for (const [name, value] of Object.entries(Object(body))) {
    form.append(name, value instanceof Blob ? value : String(value));
  }
  return { body: form };
}

interface Outcome {
  readonly error?: unknown;
  readonly response?: Response;
}

type HeyApiClient = Readonly<Record<string, (options: object) => Promise<Outcome>>>;

async function failuresOf(
  calls: readonly SampleCall[],
  send: (call: SampleCall) => Promise<Outcome>,
): Promise<string[]> {
  const failures: string[] = [];
  for (const call of calls) {
    const { error, response } = await inTime(send(call)).catch(
      (cause): Outcome => ({ error: cause }),
    );
    if (error === undefined && response?.ok) continue;
    failures.push(`${call.operation.id}: ${response?.status ?? "-"} ${textOf(error)}`);
  }
  return failures;
}

/** Some clients ask again and again. */
function inTime<Value>(call: Promise<Value>): Promise<Value> {
  const late = sleep(10_000, undefined, { ref: false }).then(() => {
    throw new Error("no answer in time");
  });
  return Promise.race([call, late]);
}

function textOf(error: unknown): string {
  return error instanceof Error ? String(error) : JSON.stringify(error);
}
