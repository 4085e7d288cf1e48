import { describe, expect, it } from "vitest";
import { startControl } from "./control/control.js";
import { placeAt } from "./place.js";
import type { Engine, Place } from "./suite/case.js";
import { type LoadReport, lanes, loadCalls, planOf } from "./suite/load.js";

/** What the calls after the first round may leave behind: 170 bytes each would be more. */
const heapTolerance = 1_000_000;

/** Puts the load on its own control server, and checks both ends. */
export async function testLoad(
  engine: Engine,
  runLoad: (place: Place) => Promise<LoadReport>,
): Promise<void> {
  const control = await startControl();
  const report = await runLoad(placeAt(control, engine)).finally(control.close);
  const calls = Array.from({ length: loadCalls }, (_, call) => call);

  describe(`${loadCalls} calls, one in twenty with a fault`, () => {
    it("each end once, with the result of the fault", () => {
      expect(report).toMatchObject({ wrong: [], repeated: [], ended: loadCalls });
    });

    it("arrive as often as they are retried", () => {
      const wrong = calls
        .map((call) => [call, control.arrivals(`load-${call}`).length, planOf(call).arrivals])
        .filter(([, got, want]) => want !== "any" && got !== want);
      expect(wrong).toEqual([]);
    });

    it("share their connections, and leave none waiting", () => {
      // Faults break connections, at each attempt; all other calls need no new one.
      expect(control.sockets.opened).toBeLessThanOrEqual(loadCalls / 4);
      // A connection that breaks may close after the next one has opened.
      expect(control.sockets.mostAtOnce).toBeLessThanOrEqual(3 * lanes);
      expect(control.sockets.unanswered).toBe(0);
    });

    it("leave no listener on the signal that they share", () => {
      expect(report.listeners).toBe(0);
    });

    it("don't grow the heap", () => {
      const [first = 0, ...later] = report.heaps;
      const growth = Math.min(...later.slice(-2)) - first;
      expect(growth).toBeLessThanOrEqual(heapTolerance);
    });
  });
}
