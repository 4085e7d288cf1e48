import type { EventCase } from "../runtime/event-cases.js";
import { grammarCases, platformCases } from "../runtime/event-cases.js";
import { chunksOf, cutsOf } from "../runtime/streams.js";
import { median } from "./cost.js";
import type { RuntimePeer } from "./runtime-peers.js";
import { amount, table } from "./table.js";

type Bytes = Uint8Array<ArrayBuffer>;
type Texts = NonNullable<RuntimePeer["texts"]>;

/**
 * Which cases of the grammar each parser reads wrongly, and the processor's time for 4 MB in chunks of
 * 4 kB as one event and as 40,000, in relation to `response.text()`.
 */
export async function parsers(peers: readonly RuntimePeer[]): Promise<string> {
  const one = [...chunksOf(`data: ${"x".repeat(2 ** 22)}\n\n`, 4_096)];
  const many = [...chunksOf(`data: ${"x".repeat(97)}\n\n`.repeat(40_000), 4_096)];
  const rows: string[][] = [];
  for (const { name, version, texts } of peers) {
    if (!texts) continue;
    const wrong = await wrongCases(texts);
    const pairs = [await pairOf(countOf(texts), one), await pairOf(countOf(texts), many)];
    rows.push([
      `${name} ${version}`,
      String(wrong.length),
      wrong.join("; "),
      ...pairs.flatMap(({ own, plain }) => [
        milliseconds(own),
        milliseconds(plain),
        amount(own / plain, 1),
      ]),
    ]);
  }
  const cases = grammarCases.length + platformCases.length;
  const columns = [`Wrong of ${cases} cases`, "Which"];
  for (const title of ["One event", "40,000 events"]) {
    columns.push(`${title}, CPU ms`, "`text()`", "÷");
  }
  return table(["Parser", ...columns], rows);
}

/** Not a number: the parser failed. */
function milliseconds(time: number): string {
  return Number.isNaN(time) ? "an error" : amount(time, 1);
}

/** The cases that a parser reads otherwise in some cut of their bytes. */
async function wrongCases(texts: Texts): Promise<string[]> {
  const wrong: string[] = [];
  for (const { name, text, want } of [...grammarCases, ...platformCases]) {
    for (const chunks of cutsOf(text)) {
      if (await isRight(texts, chunks, want)) continue;
      wrong.push(name);
      break;
    }
  }
  return wrong;
}

async function isRight(
  texts: Texts,
  chunks: readonly Bytes[],
  want: EventCase["want"],
): Promise<boolean> {
  const found: (readonly unknown[])[] = [];
  try {
    await answering(chunks, async () => {
      for await (const event of texts("http://127.0.0.1")) found.push(event);
    });
  } catch {
    return false;
  }
  const wanted = want.map((event) => {
    const {
      event: type = "",
      data,
      id = "",
    } = event as { event?: string; data?: string; id?: string };
    return [type, data, id];
  });
  // Some parsers don't return ids.
  const got = found.map(([type, data, id], index) => [
    normal(type),
    data,
    id === undefined ? wanted[index]?.[2] : id,
  ]);
  return JSON.stringify(got) === JSON.stringify(wanted);
}

/** `null`, nothing and `message` are the same type. */
function normal(type: unknown): unknown {
  return type === null || type === undefined || type === "message" ? "" : type;
}

/** Makes `fetch` respond with these chunks, each read on demand. */
async function answering<T>(chunks: Iterable<Bytes>, task: () => Promise<T>): Promise<T> {
  const { fetch } = globalThis;
  globalThis.fetch = async () => {
    const iterator = chunks[Symbol.iterator]();
    const body = new ReadableStream<Bytes>({
      pull(controller) {
        const next = iterator.next();
        if (next.done) controller.close();
        else controller.enqueue(next.value);
      },
    });
    return new Response(body, { headers: { "Content-Type": "text/event-stream" } });
  };
  try {
    return await task();
  } finally {
    globalThis.fetch = fetch;
  }
}

async function textOf(): Promise<unknown> {
  return (await fetch("http://127.0.0.1")).text();
}

function countOf(texts: Texts): () => Promise<unknown> {
  return async () => {
    let count = 0;
    for await (const _ of texts("http://127.0.0.1")) count += 1;
    return count;
  };
}

/**
 * The median times of a task and of `response.text()`, in milliseconds of the processor. They are run
 * in turn, so that both get their memory in the same state. A task that takes seconds is run once; a
 * task that fails is not a number.
 */
async function pairOf(task: () => Promise<unknown>, chunks: readonly Bytes[]) {
  const own: number[] = [];
  const plain: number[] = [];
  for (let turn = 0; turn < 15 && !((own[0] ?? 0) > 2_000); turn += 1) {
    plain.push(await timeOf(textOf, chunks));
    own.push(await timeOf(task, chunks));
  }
  return { own: median(own), plain: median(plain) };
}

async function timeOf(task: () => Promise<unknown>, chunks: readonly Bytes[]): Promise<number> {
  const start = process.cpuUsage();
  try {
    await answering(chunks, task);
  } catch {
    return Number.NaN;
  }
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1_000;
}
