import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { RuntimePeer } from "./runtime-peers.js";
import { table } from "./table.js";

/** What a client makes of a server: its items, and how it ends. */
interface Outcome {
  readonly items: readonly unknown[];
  readonly end: string;
  readonly requests: number;
  /** Whether the server saw that the connection closed. */
  readonly isFreed: boolean;
}

type Reply = (request: IncomingMessage, response: ServerResponse, nth: number) => void;

/** The most items that are read, and the time that they may take, in milliseconds. */
const limits = { items: 50, time: 3_000 };

/** Reads from a server of its own until the end, an error, or a limit. */
async function outcomeOf(
  reply: Reply,
  read: (url: string, signal: AbortSignal) => AsyncIterable<unknown>,
  leave: { readonly after?: number; readonly abortAfter?: number } = {},
): Promise<Outcome> {
  let requests = 0;
  let open = 0;
  const server = createServer((request, response) => {
    open += 1;
    response.on("close", () => {
      open -= 1;
    });
    requests += 1;
    const nth = requests;
    request.resume().on("end", () => reply(request, response, nth));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  // The cast states what listening on a port guarantees.
  const { port } = server.address() as AddressInfo;
  const controller = new AbortController();
  const items: unknown[] = [];
  const reading = (async () => {
    try {
      for await (const item of read(`http://127.0.0.1:${port}`, controller.signal)) {
        items.push(item);
        if (items.length === leave.after) return "left";
        if (items.length === leave.abortAfter) setTimeout(() => controller.abort(), 50);
        if (items.length === limits.items) return "goes on for ever";
      }
      return "ends";
    } catch (error) {
      return `throws ${error instanceof Error ? nameOf(error) : String(error)}`;
    }
  })();
  const waited = new Promise<string>((resolve) =>
    setTimeout(resolve, limits.time, "waits for ever"),
  );
  const end = await Promise.race([reading, waited]);
  await new Promise((resolve) => setTimeout(resolve, 300));
  const outcome = { items, end, requests, isFreed: open === 0 };
  // Some clients would try again for ever.
  controller.abort();
  server.closeAllConnections();
  server.close();
  return outcome;
}

function nameOf(error: Error): string {
  const reason = "reason" in error ? ` (${String(error.reason)})` : "";
  return `${error.name}${reason}`;
}

export const eventType = { "Content-Type": "text/event-stream" };

/** An event that all clients of the comparison accept: of Anthropic's name, with all their fields. */
export function event(index: number): string {
  const delta = { message: { content: { text: "a" } }, content: "a" };
  const choices = [{ index, delta, finish_reason: null }];
  const data = { type: "content-delta", id: "c", model: "m", index, choices, delta };
  return `event: content_block_delta\ndata: ${JSON.stringify(data)}\n\n`;
}

function events(then: Reply): Reply {
  return (request, response, nth) => {
    response.writeHead(200, eventType);
    response.write(event(1) + event(2), () => then(request, response, nth));
  };
}

const silent: Reply = () => {};
const drop: Reply = (_, response) => {
  setTimeout(() => response.socket?.resetAndDestroy(), 20);
};

/** What clients do when a stream is left, breaks, or is none. */
export async function streamClients(peers: readonly RuntimePeer[]): Promise<string> {
  const rows: string[][] = [];
  for (const { name, version, ask, askResults } of peers) {
    if (ask === null) continue;
    const left = await outcomeOf(events(silent), ask, { after: 1 });
    const aborted = await outcomeOf(events(silent), ask, { abortAfter: 2 });
    const dropped = await outcomeOf(events(drop), ask);
    const refused = await outcomeOf((_, response) => response.writeHead(401).end("{}"), ask);
    const bad = `event: content_block_delta\ndata: {oops\n\n`;
    const broken: Reply = (_, response) =>
      response.writeHead(200, eventType).end(event(1) + bad + event(2));
    const unreadable = await outcomeOf(broken, ask);
    const results = askResults && (await outcomeOf(broken, askResults));
    rows.push([
      `${name} ${version}`,
      left.isFreed ? "yes" : "**no**",
      `${aborted.end}${aborted.isFreed ? "" : ", **and the connection stays open**"}`,
      sent(dropped),
      sent(refused),
      `${unreadable.end} after ${unreadable.items.length}`,
      results ? `${results.items.join(", ")}, ${results.end}` : "no such call",
    ]);
  }
  const columns = [
    "`break` frees the connection",
    "Abort",
    "Lost connection, of a POST",
    "401",
    "Bad JSON in the second of three events",
    "The same, with failures as values",
  ];
  return table(["Client", ...columns], rows);
}

function sent({ end, requests }: Outcome): string {
  return requests === 1 ? end : `**sent ${requests} times**, ${end}`;
}

/** A page in the words of every client of the comparison. */
function page(ids: readonly string[], next: string | null): Reply {
  const items = ids.map((id) => ({ id }));
  const body = {
    data: items,
    customers: items,
    has_more: Boolean(next),
    next_cursor: next,
    cursor: next ?? undefined,
  };
  return (_, response) => {
    response.writeHead(200, { "Content-Type": "application/json" }).end(JSON.stringify(body));
  };
}

/** The id of the last item is the cursor, too, since some clients take that. */
const walks: readonly {
  readonly name: string;
  readonly pages: readonly Reply[];
  readonly want: string;
}[] = [
  { name: "the same cursor for ever", pages: [page(["a"], "a")], want: "an error" },
  { name: "cursors a, b, a, b, …", pages: [page(["a"], "a"), page(["b"], "b")], want: "an error" },
  {
    name: "an empty page with a next cursor, then items",
    pages: [page(["a"], "a"), page([], "b"), page(["c"], null)],
    want: "2 items",
  },
  { name: 'the next cursor is `""`', pages: [page(["a"], "")], want: "1 item" },
  {
    name: "page 2 is a 500",
    pages: [page(["a"], "a"), (_, response) => response.writeHead(500).end("{}")],
    want: "an error after 1 item",
  },
];

/** What clients make of lists whose servers misbehave. */
export async function listClients(peers: readonly RuntimePeer[]): Promise<string> {
  const walkers = peers.flatMap(({ name, version, walk }) =>
    walk ? [{ title: `${name} ${version}`, walk }] : [],
  );
  const rows: string[][] = [];
  for (const { name, pages, want } of walks) {
    const isEndless = want === "an error";
    const cells: string[] = [];
    for (const { walk } of walkers) {
      const reply: Reply = (request, response, nth) => {
        const index = isEndless ? (nth - 1) % pages.length : Math.min(nth, pages.length) - 1;
        pages[index]?.(request, response, nth);
      };
      const { items, end } = await outcomeOf(reply, walk);
      cells.push(`${items.length === limits.items ? "" : `${items.length}, `}${end}`);
    }
    rows.push([name, want, ...cells]);
  }
  return table(["Server", "Right", ...walkers.map(({ title }) => title)], rows);
}
