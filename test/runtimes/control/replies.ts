import { gzipSync } from "node:zlib";
import { inTurn, json, type Reply, text } from "./reply.js";

const thing = json(200, { id: "1", name: "spoon" });
const problem = { title: "no such thing" };

/** Resets the connection instead of answering. */
const reset: Reply = ({ response }) => void response.socket?.resetAndDestroy();

/** Says that more is to come than comes, and closes the connection in good order. */
function truncated(status: number, body: string): Reply {
  return ({ response }) => {
    response.writeHead(status, {
      "Content-Type": "application/json",
      "Content-Length": String(body.length + 100),
    });
    response.write(body, () => response.socket?.end());
  };
}

/** Ends the connection without the last chunk. */
const cutChunks: Reply = ({ response }) => {
  response.writeHead(200, { "Content-Type": "application/json" });
  response.write('{"id":"1"}', () => response.socket?.end());
};

/** Sends headers and a part of the body, and resets the connection. */
const resetMidBody: Reply = ({ response }) => {
  response.writeHead(200, { "Content-Type": "application/json" });
  // Later, because a reset may overtake what was sent just before it.
  response.write('{"id"', () => setTimeout(() => response.socket?.resetAndDestroy(), 20));
};

/** Sends headers and a part of the body, and never the rest. */
const stalled: Reply = ({ response }) => {
  response.writeHead(200, { "Content-Type": "application/json" });
  response.write('{"id"');
};

/** Sends the body in pieces, each a moment after the one before. */
const slow: Reply = ({ response }) => {
  const pieces = ['{"id":', '"1"', ',"name":', '"spoon"}'];
  response.writeHead(200, { "Content-Type": "application/json" });
  const timer = setInterval(() => {
    const piece = pieces.shift();
    if (piece !== undefined) return void response.write(piece);
    clearInterval(timer);
    response.end();
  }, 20);
};

/** An echo of what arrived. */
const echo: Reply = (exchange) => {
  const { request, body, path } = exchange;
  json(200, { id: path, name: body, headers: request.headers })(exchange);
};

function redirect(status: number, to: "control" | "localhost" | "other"): Reply {
  return ({ response, elsewhere }) =>
    response.writeHead(status, { Location: elsewhere(to, "landed") }).end();
}

const redirects = [301, 302, 303, 307, 308].flatMap((status) =>
  (["control", "localhost", "other"] as const).map(
    (to) => [`redirect-${status}-to-${to}`, redirect(status, to)] as const,
  ),
);

/** A page of a list. */
function page(
  data: readonly number[],
  more: object = {},
  headers: Record<string, string> = {},
): Reply {
  return json(200, { data, ...more }, headers);
}

const eventType = { "Content-Type": "text/event-stream" };

function eventStream(body: string): Reply {
  return text(200, body, eventType);
}

/** Two events, and then the rest of the reply: by default nothing. */
function events(then: Reply = () => {}): Reply {
  return (exchange) => {
    exchange.response.writeHead(200, eventType);
    const body = "id: a\ndata: 1\n\nid: b\ndata: 2\n\n";
    exchange.response.write(body, () => then(exchange));
  };
}

/** A comment every few milliseconds. */
const commenting: Reply = ({ response }) => {
  const timer = setInterval(() => response.write(": still here\n\n"), 10);
  response.on("close", () => clearInterval(timer));
};

const resetLater: Reply = ({ response }) => {
  setTimeout(() => response.socket?.resetAndDestroy(), 20);
};

function compressed(body: string): Reply {
  return text(200, gzipSync(body), { ...eventType, "Content-Encoding": "gzip" });
}

/** Each byte sequence in a chunk of its own, a moment after the one before. */
function inPieces(...pieces: readonly string[]): Reply {
  return ({ response }) => {
    const rest = pieces.flatMap((piece) => {
      const bytes = Buffer.from(piece);
      return [bytes.subarray(0, 6), bytes.subarray(6)];
    });
    response.writeHead(200, eventType);
    const timer = setInterval(() => {
      const piece = rest.shift();
      if (piece !== undefined) return void response.write(piece);
      clearInterval(timer);
      response.end();
    }, 5);
  };
}

/** Every way to answer, by the first segment of the path that asks for it. */
export const replies: ReadonlyMap<string, Reply> = new Map<string, Reply>([
  ["thing", thing],
  ["things", json(200, [{ id: "1" }, { id: "2" }])],
  ["created", json(201, { id: "3" })],
  ["echo", echo],
  ["landed", thing],
  ["slow", slow],
  ["picture", text(200, Buffer.from([0x89, 0x50, 0x00, 0xff]), { "Content-Type": "image/png" })],
  ["remark", text(200, "schön", { "Content-Type": "text/plain; charset=utf-8" })],

  ["no-content", text(204)],
  ["accepted-json", json(202, { id: "1" })],
  ["accepted-empty", text(202)],
  ["accepted-html", text(202, "<p>", { "Content-Type": "text/html" })],
  ["json-as-html", text(200, '{"id":"1"}', { "Content-Type": "text/html; charset=utf-8" })],
  ["json-as-nothing", text(200, '{"id":"1"}')],
  ["problem-as-success", json(200, { id: "1" }, { "Content-Type": "application/problem+json" })],
  ["bad-utf8-in-string", text(200, Buffer.from('{"id":"\xff"}', "latin1"))],

  ["malformed", text(200, '{"id":', { "Content-Type": "application/json" })],
  ["empty", text(200, "", { "Content-Type": "application/json" })],
  ["html", text(200, "<p>It works!", { "Content-Type": "text/html" })],
  ["bad-utf8", text(200, Buffer.from('{"id":\xff}', "latin1"))],

  ["problem", json(404, problem, { "Content-Type": "application/problem+json; charset=utf-8" })],
  ["problem-json", json(422, problem)],
  ["problem-untyped", text(404, JSON.stringify(problem))],
  ["problem-html", text(404, "<p>Not found", { "Content-Type": "text/html" })],
  ["problem-empty", text(422)],
  ["teapot", text(418, "I'm a teapot", { "Content-Type": "text/plain" })],
  ["teapot-problem", json(418, problem, { "Content-Type": "application/problem+json" })],
  ["broken", text(500)],
  ["not-modified", text(304)],
  ["no-location", text(302)],
  [
    "loop",
    ({ response, elsewhere }) => {
      response.writeHead(302, { Location: elsewhere("control", "loop") }).end();
    },
  ],
  ...redirects,

  ["truncated", truncated(200, '{"id":"1"}')],
  ["truncated-problem", truncated(404, "{}")],
  ["cut-chunks", cutChunks],
  ["reset", reset],
  ["reset-mid-body", resetMidBody],
  ["silent", () => {}],
  ["stalled", stalled],

  [
    "pages-by-cursor",
    inTurn(page([1], { next_cursor: "b" }), page([], { next_cursor: "c" }), page([2])),
  ],
  [
    "pages-in-a-cycle",
    inTurn(
      page([1], { next_cursor: "a" }),
      page([2], { next_cursor: "b" }),
      page([3], { next_cursor: "a" }),
    ),
  ],
  ["pages-by-count", inTurn(page([1, 2]), page([3]), page([]))],
  ["pages-clamped", page([1, 2])],
  ["pages-until-404", inTurn(page([1]), page([2]), json(404, {}))],
  ["pages-by-url", inTurn(page([1], { next: "?cursor=b" }), page([2]))],
  ["pages-elsewhere", page([1], { next: "https://other.example/pages/url" })],
  ["pages-by-link", inTurn(page([1], {}, { Link: '<?page=b>; rel="last next"' }), page([2]))],
  ["page-then-silent", inTurn(page([1], { next_cursor: "b" }), () => {})],
  ["page-without-list", json(200, {})],

  ["events", eventStream("data: 1\r\n\r\n: hi\r\n\r\nid: a\r\ndata: 2\r\n\r\n")],
  ["events-compressed", compressed("data: 1\n\ndata: 2\n\n")],
  [
    "events-in-pieces",
    inPieces("data: 1\r", "\n\r\n: Gr\u00fc\u00dfe\r\n", "data: ", "2\r\n\r", "\n"),
  ],
  ["events-then-silent", events()],
  ["events-then-comments", events(commenting)],
  ["events-then-reset", events(resetLater)],
  ["events-then-done", events(({ response }) => response.write("data: [DONE]\n\n"))],
  ["events-twice", inTurn(events(resetLater), eventStream("id: c\ndata: 3\n\n"))],
  ["events-with-a-fault", eventStream("data: 1\n\ndata: {\n\ndata: 2\n\n")],
  ["lines", text(200, '{"id":"1"}\r\n\n{"id":"2"}', { "Content-Type": "application/jsonl" })],
  [
    "texts",
    text(200, '\x1e{\n"id":"1"\n}\n\x1e{"id":', { "Content-Type": "application/json-seq" }),
  ],

  ["unavailable-once", inTurn(json(503, {}), echo)],
  ["unavailable", json(503, {})],
  ["reset-twice", inTurn(reset, reset, echo)],
  ["truncated-once", inTurn(truncated(200, '{"id":'), echo)],
  ["busy-once", inTurn(json(429, {}, { "Retry-After": "0" }), echo)],
  ["wait-ms", inTurn(json(503, {}, { "Retry-After-Ms": "1" }), thing)],
  ["wait-an-hour", json(503, {}, { "Retry-After": "3600" })],
]);
