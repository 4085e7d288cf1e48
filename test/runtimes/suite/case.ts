/** What runs the suite. Versions of Node are one engine here. */
export type Engine = "node" | "chromium" | "bun" | "deno" | "workerd";

/** Where the suite runs, and what it may call. */
export interface Place {
  readonly engine: Engine;
  /** The control server by its address. */
  readonly control: string;
  /** A server that shows a certificate that no one knows. */
  readonly selfSigned: string;
  /** Where no one listens. */
  readonly refusing: string;
  /** What a console makes of a value; a page has no such function. */
  readonly inspect?: (value: unknown) => string;
}

/** One thing that the emitted package promises; it is kept where `run` resolves. */
export interface Case {
  readonly name: string;
  readonly run: (place: Place) => Promise<void>;
  /** Why an engine can't run it. */
  readonly inapplicable?: Inapplicable | undefined;
}

export type Inapplicable = { readonly [engine in Engine]?: string };

/** A request as it arrived at the control server. */
export interface Arrival {
  readonly origin: "control" | "localhost" | "other";
  readonly method: string;
  readonly reply: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: string;
  /** Whether the connection closed before the answer was sent in full. */
  readonly isGivenUp: boolean;
}

/** A server URL at which every request gets one reply of the control server. */
export interface Spot {
  readonly url: string;
  /** All that has arrived there so far, redirects included. */
  readonly arrivals: () => Promise<Arrival[]>;
}

let spots = 0;

export function spotFor({ control }: Place, reply: string): Spot {
  spots += 1;
  const id = `${spots}-${Math.random().toString(36).slice(2)}`;
  return {
    url: `${control}/${reply}/${id}`,
    arrivals: async () => (await fetch(`${control}/-/${id}`)).json(),
  };
}

/** @throws where the two differ, as JSON sees them. */
export function expectEqual(what: string, got: unknown, want: unknown): void {
  const [gotText, wantText] = [spell(got), spell(want)];
  if (gotText !== wantText) throw new Error(`${what}: got ${gotText}, want ${wantText}`);
}

/** JSON, but for `undefined`, which it can't tell from nothing. */
function spell(value: unknown): string {
  return value === undefined
    ? "undefined"
    : JSON.stringify(value, (_, each: unknown) => (each === undefined ? "undefined" : each));
}

export function expectTrue(what: string, holds: boolean): void {
  if (!holds) throw new Error(`not so: ${what}`);
}

export async function sleep(ms: number): Promise<void> {
  await new Promise<void>((resolve) => {
    setTimeout(resolve, ms);
  });
}
