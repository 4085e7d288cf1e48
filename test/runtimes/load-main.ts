import type { Place } from "./suite/case.js";
import { runLoad } from "./suite/load.js";

/** The entry of the load test on Node, Bun and Deno: a place as JSON in, the report as JSON out. */
const [place = ""] = process.argv.slice(2);
// The cast states what the other end writes.
process.stdout.write(JSON.stringify(await runLoad(JSON.parse(place) as Place, heapUsed)));

async function heapUsed(): Promise<number> {
  for (let round = 0; round < 5; round += 1) {
    collectGarbage();
    // What waits for a turn of the event loop holds on to some of it.
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return process.memoryUsage().heapUsed;
}

function collectGarbage(): void {
  // Node and Deno have `gc` only with a flag; Bun always has it.
  const { gc, Bun } = globalThis as { gc?: () => void; Bun?: { gc: (wait: boolean) => void } };
  if (Bun === undefined) gc?.();
  else Bun.gc(true);
}
