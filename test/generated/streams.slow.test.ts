import { mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sdkwright } from "../command.js";
import { root } from "../imports.js";
import { compilers, output } from "./compilers.js";

// Below the root, where a package finds what it depends on.
const folder = join(root, "node_modules/.sdkwright-streams");

/** Calls that must compile, and calls below `@ts-expect-error` that must not. */
const calls = `
import { Chat, type Completion, type CreateCompletionEvent, type EventStream, type Message } from "chat";

const chat = new Chat({ idleTimeoutMs: 60_000 });
const { completions, events, messages, measurements, answers } = chat;

export const streamed: EventStream<CreateCompletionEvent> = await completions.create({ prompt: "a", stream: true });
export const whole: Completion = await completions.create({ prompt: "a" });
export const also: Completion = await completions.create({ prompt: "a", stream: false });
declare const isStream: boolean;
export const either: Completion | EventStream<CreateCompletionEvent> = await completions.create({ prompt: "a", stream: isStream });
for await (const { data } of streamed) data.delta.toUpperCase();

// @ts-expect-error a stream has no text
whole.text = streamed.text;
// @ts-expect-error the field that decides is a boolean
completions.create({ prompt: "a", stream: "true" });
// @ts-expect-error a field that isn't documented
completions.create({ prompt: "a", stream: true, temperature: 1 });
// @ts-expect-error a POST isn't sent again
completions.create({ prompt: "a", stream: true }, { reconnect: {} });
completions.create({ prompt: "a", stream: true }, { idleTimeoutMs: 1, idleCounts: "bytes" });

// Without the field, this one streams.
for await (const { data } of await answers.askQuestion({ question: "a" })) data.delta.toUpperCase();
export const answer: Completion = await answers.askQuestion({ question: "a", stream: false });

const watched = await events.watch({}, { reconnect: { maxAttempts: 3 }, idleTimeoutMs: 60_000 });
for await (const event of watched) {
  switch (event.event) {
    case "message.added":
      event.data.text.toUpperCase();
      break;
    case "typing":
      event.data.toUpperCase();
      // @ts-expect-error the data of this event is a text
      event.data.text;
      break;
    default: {
      const name: string = event.event;
      // @ts-expect-error nothing is known about the data of a new event
      console.log(name, event.data.text);
    }
  }
}

const result = await messages.export().result();
if (result.ok) {
  for await (const each of result.value.results()) {
    if (each.ok) each.value.text.toUpperCase();
    else if (each.error.kind === "decode") console.log(each.error.event, each.error.received);
    // @ts-expect-error a stream that has begun has no documented error
    else console.log(each.error.body);
  }
}
export const all: Message[] = await (await messages.export()).collect({ max: 10 });
export const numbers: EventStream<number> = await measurements.list();
{
  await using disposed = await messages.export();
  console.log(disposed.lastEventId, disposed.response.status);
}

async function* some(): AsyncGenerator<Message> {
  yield { id: 1, text: "a" };
}
await messages.import({ body: some() });
await messages.import({ body: [{ id: 1, text: "a" }] });
// @ts-expect-error an item that isn't a message
await messages.import({ body: [{ id: 1 }] });
`;

beforeAll(async () => {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const document = join(root, "test/fixtures/streams.openapi.yaml");
  expect(await sdkwright(folder, ["generate", document, "--output", "sdk"])).toMatchObject({
    code: 0,
  });
  await writeFile(join(folder, "calls.ts"), calls);
  const config = {
    extends: "./sdk/tsconfig.json",
    compilerOptions: {
      noEmit: true,
      rootDir: folder,
      declaration: false,
      declarationMap: false,
      sourceMap: false,
      paths: { chat: [join(folder, "sdk/src/index.ts")] },
    },
    include: ["calls.ts", "sdk/src"],
  };
  await writeFile(join(folder, "tsconfig.json"), JSON.stringify(config));
});

afterAll(() => rm(folder, { recursive: true, force: true }));

describe.each(compilers)("of a document with streams, under %s,", (_, compiler) => {
  it("the package and the calls that must compile do, and those that must not don't", async () => {
    expect(await output(compiler, "-p", join(folder, "tsconfig.json"))).toBe("");
  });
});
