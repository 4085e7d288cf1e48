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
export async function parsers(peers: readonly RuntimePeer[], rounds: number): Promise<string> {
  const one = [...chunksOf(`data: ${"x".repeat(2 ** 22)}\n\n`, 4_096)];
  const many = [...chunksOf(`data: ${"x".repeat(97)}\n\n`.repeat(40_000), 4_096)];
  const readers = peers.flatMap(({ name, version, texts }) =>
    texts ? [{ title: `${name} ${version}`, texts }] : [],
  );
  const tasks = [textOf, ...readers.map(({ texts }) => countOf(texts))];
  const times = [await timesOf(tasks, one, rounds), await timesOf(tasks, many, rounds)];
  const at = (index: number) => times.map((each) => each[index] ?? Number.NaN);
  const plain = at(0);
  const rows: string[][] = [["`response.text()`", "", "", ...plain.map(milliseconds), "", ""]];
  for (const [index, { title, texts }] of readers.entries()) {
    const wrong = await wrongCases(texts);
    const own = at(index + 1);
    const ratios = own.map((time, place) => amount(time / (plain[place] ?? Number.NaN), 1));
    rows.push([title, String(wrong.length), wrong.join("; "), ...own.map(milliseconds), ...ratios]);
  }
  const cases = grammarCases.length + platformCases.length;
  const columns = [
    `Wrong of ${cases} cases`,
    "Which",
    "One event, CPU ms",
    "40,000 events, CPU ms",
    "÷ text()",
    "÷ text()",
  ];
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
 * The median times in milliseconds of the processor, of tasks that are run in turn, after two turns
 * that warm up. A task that takes seconds is run once; a task that fails is not a number.
 */
async function timesOf(
  tasks: readonly (() => Promise<unknown>)[],
  chunks: readonly Bytes[],
  rounds: number,
): Promise<number[]> {
  const times = tasks.map((): number[] => []);
  for (let round = 0; round < rounds + 2; round += 1) {
    for (const [index, task] of tasks.entries()) {
      const own = times[index] ?? [];
      const [first = 0] = own;
      if (first <= 2_000) own.push(await timeOf(task, chunks));
    }
  }
  return times.map((own) => median(own.length > 2 ? own.slice(2) : own));
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
