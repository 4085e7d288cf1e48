import { type APIPromise, type RequestOptions, Things, type ThingsBaseError } from "#sdk";
import type { Place } from "./case.js";
import { countedSignal } from "./counted-signal.js";

/** Calls of one round; the first round warms the engine up. */
const callsARound = 2_000;
const rounds = 5;

/** Calls at any one time. */
export const lanes = 40;

/** One call in twenty meets a fault, and these take turns. */
const faults = [
  { reply: "unavailable-once", method: "GET", ends: "answered", arrivals: 2 },
  { reply: "truncated-once", method: "GET", ends: "answered", arrivals: 2 },
  { reply: "busy-once", method: "POST", ends: "answered", arrivals: 2 },
  { reply: "unavailable", method: "POST", ends: "response 503 after 1", arrivals: 1 },
  { reply: "problem", method: "GET", ends: "response 404 after 1", arrivals: 1 },
  { reply: "malformed", method: "GET", ends: "decode after 1", arrivals: 1 },
  { reply: "truncated", method: "GET", ends: "connection after 3", arrivals: 3 },
  { reply: "reset", method: "GET", ends: "connection after 3", arrivals: "any" },
  { reply: "stalled", method: "GET", ends: "timeout after 1", arrivals: "any" },
] as const satisfies readonly Plan[];

const sound = { ends: "answered", reply: "echo", arrivals: 1 } as const;

/** How one call is made, and its expected outcome. */
export interface Plan {
  readonly reply: string;
  readonly method: "GET" | "POST";
  /** `answered` with its own number, or the error. */
  readonly ends: string;
  /** How many requests arrive; a browser sends some again by itself when a connection breaks. */
  readonly arrivals: number | "any";
}

export const loadCalls = callsARound * rounds;

export function planOf(call: number): Plan {
  if (call % 20 === 7) return faults[Math.floor(call / 20) % faults.length] ?? faults[0];
  return { ...sound, method: call % 3 === 0 ? "POST" : "GET" };
}

export interface LoadReport {
  /** Calls that ended otherwise than planned. */
  readonly wrong: readonly string[];
  /** How often each number came back, where that isn't once. */
  readonly repeated: readonly number[];
  readonly ended: number;
  /** How many listeners the signal has that all calls shared. */
  readonly listeners: number;
  /** The heap after each round, once its garbage is collected; bytes. */
  readonly heaps: readonly number[];
}

/** @param heapUsed collects garbage, and then tells how many bytes are left. */
export async function runLoad(
  place: Place,
  heapUsed: () => number | Promise<number>,
): Promise<LoadReport> {
  const { signal, listeners } = countedSignal();
  const heaps: number[] = [];
  const wrong: string[] = [];
  const endings = new Uint8Array(loadCalls);
  const run = async (call: number) => {
    const ending = await endingOf(place, call, { signal });
    endings[call] = (endings[call] ?? 0) + 1;
    const { ends, reply } = planOf(call);
    if (ending !== ends) wrong.push(`call ${call} (${reply}): ${ending}, want ${ends}`);
  };
  for (let round = 0; round < rounds; round += 1) {
    const queue = Array.from({ length: callsARound }, (_, index) => round * callsARound + index);
    const lane = async () => {
      for (let call = queue.pop(); call !== undefined; call = queue.pop()) await run(call);
    };
    await Promise.all(Array.from({ length: lanes }, lane));
    heaps.push(await heapUsed());
  }
  const ended = endings.reduce((sum, times) => sum + times, 0);
  const repeated = [...endings.keys()].filter((call) => endings[call] !== 1);
  return { wrong, repeated, ended, listeners: listeners(), heaps };
}

async function endingOf({ control }: Place, call: number, options: RequestOptions) {
  const { reply, method } = planOf(call);
  const { things } = new Things({
    serverURL: `${control}/${reply}/load-${call}`,
    retries: { strategy: "backoff", backoff: { initialInterval: 1 } },
    // Far more than any answer takes, and little enough for those that never come.
    timeoutMs: reply === "stalled" ? 500 : 60_000,
  });
  const sent: APIPromise<{ id: string; name?: string | null | undefined }, ThingsBaseError> =
    method === "GET"
      ? things.get({ id: `${call}` }, options)
      : things.add({ name: `${call}` }, options);
  const result = await sent.result();
  if (result.ok) {
    const { id, name } = result.value;
    const want = method === "GET" ? [`/things/${call}`, ""] : ["/things", `{"name":"${call}"}`];
    return id === want[0] && name === want[1] ? "answered" : `the answer ${id} ${name}`;
  }
  const { kind, status, attempts } = result.error;
  return `${kind}${status === undefined ? "" : ` ${status}`} after ${attempts}`;
}
