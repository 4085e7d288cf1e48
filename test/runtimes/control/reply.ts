import type { IncomingMessage, ServerResponse } from "node:http";

/** One request to the control server, as a reply sees it. */
export interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly body: string;
  /** How often the test has sent a request so far, this one included. */
  readonly nth: number;
  /** The path behind the reply's name and the test's own id: `/things/1`. */
  readonly path: string;
  /** Where the server itself is: by its address, by the name `localhost`, and at its second port. */
  readonly origins: Origins;
  /** Names a URL at one of the origins, with another reply and without the query, for the same test. */
  readonly elsewhere: (origin: keyof Origins, reply: string) => string;
}

export interface Origins {
  readonly control: string;
  readonly localhost: string;
  readonly other: string;
}

/** Answers one request, well or badly. */
export type Reply = (exchange: Exchange) => void;

type Headers = Readonly<Record<string, string>>;

/** Exactly this status, these headers and this text. */
export function text(status: number, body: string | Buffer = "", headers: Headers = {}): Reply {
  return ({ response }) => response.writeHead(status, headers).end(body);
}

export function json(status: number, body: unknown, headers: Headers = {}): Reply {
  return text(status, JSON.stringify(body), { "Content-Type": "application/json", ...headers });
}

/** The first replies once each, the last one from then on. */
export function inTurn(...replies: [Reply, ...Reply[]]): Reply {
  return (exchange) => {
    const reply = replies[Math.min(exchange.nth, replies.length) - 1] ?? replies[0];
    reply(exchange);
  };
}
