import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { bench, installed, node, outputs } from "./folders.js";
import { generators, versionIn } from "./peers.js";

/** A client that reads streams or walks through lists. */
export interface RuntimePeer {
  readonly name: string;
  readonly version: string;
  /** Reads events whose data is text, as `[event, data, id]`. */
  readonly texts: ((url: string) => AsyncIterable<readonly unknown[]>) | null;
  /** Reads events whose data is JSON with an `index`. */
  readonly ask: ((url: string, signal: AbortSignal) => AsyncIterable<unknown>) | null;
  /** The same with the longest wait for an event, in milliseconds. */
  readonly askWithin: ((url: string, idleTimeoutMs: number) => AsyncIterable<unknown>) | null;
  /** The same, with failures as values: the kind of each. */
  readonly askResults: ((url: string) => AsyncIterable<unknown>) | null;
  /** Reads the ids of all items of a list in pages. */
  readonly walk: ((url: string) => AsyncIterable<unknown>) | null;
}

type Reads = Pick<RuntimePeer, "texts" | "ask" | "askWithin" | "askResults" | "walk">;

/** Where a client comes from, and statements that export what it reads. */
interface Source {
  readonly name: string;
  /** The package that has its version. */
  readonly from: string;
  /** Generated for `streams.openapi.yaml`; otherwise it is a package. */
  readonly isGenerated?: true;
  readonly code: string;
}

const sources: readonly Source[] = [
  {
    name: "sdkwright",
    from: "sdkwright",
    isGenerated: true,
    code: `import { Clerk as Peers } from "./src/index.js";
export async function* texts(serverURL) {
  for await (const { event, data, id } of await new Peers({ serverURL }).peers.watchTexts()) yield [event, data, id];
}
async function* asked(serverURL, options) {
  for await (const { data } of await new Peers({ serverURL }).peers.ask({}, options)) yield data.index;
}
export const ask = (url, signal) => asked(url, { signal });
export const askWithin = (url, idleTimeoutMs) => asked(url, { idleTimeoutMs });
export async function* askResults(serverURL) {
  const stream = await new Peers({ serverURL }).peers.ask();
  for await (const result of stream.results()) yield result.ok ? result.value.data.index : result.error.kind;
}
export const walk = (serverURL) => new Peers({ serverURL, retries: { strategy: "none" } }).peers.listItems();`,
  },
  {
    name: "eventsource-parser",
    from: "eventsource-parser",
    code: `import { EventSourceParserStream } from "eventsource-parser/stream";
export async function* texts(url) {
  const { body } = await fetch(url + "/texts");
  const events = body.pipeThrough(new TextDecoderStream()).pipeThrough(new EventSourceParserStream());
  for await (const { event, data, id } of events) yield [event, data, id];
}`,
  },
  {
    name: "OpenAI",
    from: "openai",
    code: `import OpenAI from "openai";
import { _iterSSEMessages } from "openai/core/streaming";
const clientAt = (baseURL) => new OpenAI({ apiKey: "k", baseURL, maxRetries: 0 });
export async function* texts(url) {
  const response = await fetch(url + "/texts");
  for await (const { event, data } of _iterSSEMessages(response, new AbortController())) yield [event, data];
}
export async function* ask(url, signal) {
  const request = { model: "m", messages: [], stream: true };
  for await (const chunk of await clientAt(url).chat.completions.create(request, { signal })) yield chunk.index;
}
export async function* walk(url) {
  for await (const { id } of clientAt(url).files.list()) yield id;
}`,
  },
  {
    name: "Anthropic",
    from: "@anthropic-ai/sdk",
    code: `import Anthropic from "@anthropic-ai/sdk";
import { _iterSSEMessages } from "@anthropic-ai/sdk/core/streaming";
export async function* texts(url) {
  const response = await fetch(url + "/texts");
  for await (const { event, data } of _iterSSEMessages(response, new AbortController())) yield [event, data];
}
export async function* ask(baseURL, signal) {
  const client = new Anthropic({ apiKey: "k", baseURL, maxRetries: 0 });
  const request = { model: "m", max_tokens: 1, messages: [], stream: true };
  for await (const event of await client.messages.create(request, { signal })) yield event.index;
}`,
  },
  {
    name: "Speakeasy (Mistral)",
    from: "@mistralai/mistralai",
    code: `import { Mistral } from "@mistralai/mistralai";
import { EventStream } from "@mistralai/mistralai/lib/event-streams.js";
export async function* texts(url) {
  const { body } = await fetch(url + "/texts");
  for await (const { event, data, id } of new EventStream(body, (value) => ({ value }))) yield [event, data, id];
}
export async function* ask(serverURL, signal) {
  const client = new Mistral({ apiKey: "k", serverURL, retryConfig: { strategy: "none" } });
  const stream = await client.chat.stream({ model: "m", messages: [] }, { fetchOptions: { signal } });
  for await (const { data } of stream) yield data.choices[0].index;
}`,
  },
  {
    name: "Fern (Cohere; Square)",
    from: "cohere-ai",
    code: `import { CohereClientV2 } from "cohere-ai";
import { SquareClient } from "square";
export async function* ask(environment, abortSignal) {
  const client = new CohereClientV2({ token: "k", environment });
  const options = { abortSignal, maxRetries: 0 };
  for await (const event of await client.chatStream({ model: "m", messages: [] }, options)) yield event.index;
}
export async function* walk(baseUrl) {
  const client = new SquareClient({ token: "k", baseUrl, maxRetries: 0 });
  for await (const { id } of await client.customers.list()) yield id;
}`,
  },
  {
    name: "Redocly",
    from: "@redocly/cli",
    isGenerated: true,
    code: `import { createClient, OPERATIONS } from "./client";
const clientAt = (serverUrl) => createClient(OPERATIONS, { serverUrl });
export async function* texts(url) {
  for await (const { event, data, id } of clientAt(url).watchTexts({}, { reconnect: false })) yield [event, data, id];
}
export async function* ask(url, signal) {
  for await (const { data } of clientAt(url).ask({}, { signal })) yield data.index;
}
export const walk = (url) => clientAt(url).listItems.items();`,
  },
  {
    name: "hey-api",
    from: "@hey-api/openapi-ts",
    isGenerated: true,
    code: `import { createClient } from "./client";
import { ask as start, watchTexts } from "./sdk.gen";
export async function* texts(baseUrl) {
  const events = [];
  const onSseEvent = (event) => events.push(event);
  const options = { client: createClient({ baseUrl }), sseMaxRetryAttempts: 1, onSseEvent };
  const { stream } = await watchTexts(options);
  for await (const data of stream) {
    const { event, id } = events.at(-1);
    // Data that is JSON is given as a value.
    yield [event, typeof data === "string" ? data : JSON.stringify(data), id];
  }
}
export async function* ask(baseUrl, signal) {
  const { stream } = await start({ client: createClient({ baseUrl }), signal, sseDefaultRetryDelay: 10 });
  for await (const data of stream) yield data.index ?? data;
}`,
  },
];

/** Lets CommonJS in a bundle load the modules of Node. */
const requiring =
  '--banner:js=import { createRequire } from "node:module"; const require = createRequire(import.meta.url);';

/** The clients, each generated or installed, and bundled. */
export async function runtimePeers(): Promise<RuntimePeer[]> {
  const document = join(bench, "streams.openapi.yaml");
  const peers: RuntimePeer[] = [];
  for (const { name, from, isGenerated, code } of sources) {
    const folder = join(outputs, `runtime-${name.toLowerCase().replace(/\W+/g, "-")}`);
    mkdirSync(folder, { recursive: true });
    const generator = isGenerated && generators.find((each) => each.name.startsWith(from));
    if (generator) execFileSync(...programOf(generator.command(document, folder)), { cwd: folder });
    const entry = join(folder, "entry.mjs");
    writeFileSync(entry, code);
    const bundle = join(folder, "peer.mjs");
    const options = ["--bundle", "--format=esm", "--platform=node", "--log-level=error", requiring];
    execFileSync(node, [
      installed("esbuild/bin/esbuild"),
      entry,
      `--outfile=${bundle}`,
      ...options,
    ]);
    // The cast states what the code above exports.
    const {
      texts = null,
      ask = null,
      askWithin = null,
      askResults = null,
      walk = null,
    } = (await import(pathToFileURL(bundle).href)) as Partial<Reads>;
    peers.push({
      name,
      version: generator?.version ?? versionIn(installed(`${from}/package.json`)),
      texts,
      ask,
      askWithin,
      askResults,
      walk,
    });
  }
  return peers;
}

function programOf([program = node, ...given]: readonly string[]): [string, string[]] {
  return [program, given];
}
