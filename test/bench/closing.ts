import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { median } from "./cost.js";
import { event, eventType } from "./misbehaving.js";
import type { RuntimePeer } from "./runtime-peers.js";
import { amount, table } from "./table.js";

/** A server that sends two events and then nothing, until the client or `drop` ends it. */
interface SilentServer {
  readonly url: string;
  /** The time at which the connection of the stream closed. */
  readonly closed: Promise<number>;
  readonly drop: () => void;
  readonly stop: () => void;
}

async function silentServer(): Promise<SilentServer> {
  let drop = () => {};
  const server = createServer();
  const closed = new Promise<number>((resolve) => {
    server.on("request", (request, response) => {
      drop = () => response.socket?.resetAndDestroy();
      response.on("close", () => resolve(performance.now()));
      request.resume();
      response.writeHead(200, eventType).write(event(1) + event(2));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  // The cast states what listening on a port guarantees.
  const { port } = server.address() as AddressInfo;
  const stop = () => {
    server.closeAllConnections();
    server.close();
  };
  return { url: `http://127.0.0.1:${port}`, closed, drop: () => drop(), stop };
}

/** What is waited for, in milliseconds. */
const waits = { second: 50, idle: 200, most: 2_000 };

/** Reads a stream and leaves it; returns the milliseconds from the cause to the end. */
type Leave = (
  peer: RuntimePeer,
  server: SilentServer,
  controller: AbortController,
) => Promise<number | null>;

const leave: readonly { readonly title: string; readonly by: Leave }[] = [
  {
    title: "`break`",
    by: async ({ ask }, { url, closed }, { signal }) => {
      if (ask === null) return null;
      let start = 0;
      for await (const _ of ask(url, signal)) {
        start = performance.now();
        break;
      }
      return (await closed) - start;
    },
  },
  {
    title: "Abort",
    by: async ({ ask }, { url, closed }, controller) => {
      if (ask === null) return null;
      let start = 0;
      const abort = () => {
        start = performance.now();
        controller.abort();
      };
      await itemsOf(ask(url, controller.signal), abort);
      return (await closed) - start;
    },
  },
  {
    title: `No event for ${waits.idle} ms`,
    by: async ({ askWithin }, { url, closed }) => {
      if (askWithin === null) return null;
      const last = await itemsOf(askWithin(url, waits.idle));
      return (await closed) - last - waits.idle;
    },
  },
  {
    title: "Lost connection, until the loop ends",
    by: async ({ ask }, { url, drop }, { signal }) => {
      if (ask === null) return null;
      let start = 0;
      const lose = () => {
        start = performance.now();
        drop();
      };
      await itemsOf(ask(url, signal), lose);
      return performance.now() - start;
    },
  },
];

/**
 * Reads to the end, whatever it is; returns the time of the last item.
 *
 * @param then called a while after both items came.
 */
async function itemsOf(items: AsyncIterable<unknown>, then = () => {}): Promise<number> {
  let last = 0;
  let count = 0;
  try {
    for await (const _ of items) {
      last = performance.now();
      count += 1;
      if (count === 2) setTimeout(then, waits.second);
    }
  } catch {
    // Aborts and lost connections are errors in some clients.
  }
  return last;
}

/** How soon a stream that is left or broken frees its connection, in milliseconds. */
export async function closingTimes(peers: readonly RuntimePeer[], rounds: number): Promise<string> {
  const rows: string[][] = [];
  for (const peer of peers) {
    if (peer.ask === null) continue;
    const cells: string[] = [];
    for (const { by } of leave) cells.push(await timeOf(by, peer, rounds));
    rows.push([`${peer.name} ${peer.version}`, ...cells]);
  }
  return table(["Client", ...leave.map(({ title }) => title)], rows);
}

/** The median, after one that warms up. */
async function timeOf(by: Leave, peer: RuntimePeer, rounds: number): Promise<string> {
  const times: number[] = [];
  for (let round = 0; round <= rounds; round += 1) {
    const server = await silentServer();
    const late = new Promise<"late">((resolve) => setTimeout(resolve, waits.most, "late"));
    const controller = new AbortController();
    const time = await Promise.race([by(peer, server, controller), late]);
    // Some clients would try again for ever.
    controller.abort();
    server.stop();
    if (time === null) return "no limit";
    if (time === "late") return `**not within ${waits.most} ms**`;
    times.push(time);
  }
  return amount(median(times.slice(1)), 1);
}
