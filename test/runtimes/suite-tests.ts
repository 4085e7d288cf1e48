import { describe, expect, it } from "vitest";
import { startControl } from "./control/control.js";
import { placeAt } from "./place.js";
import type { Engine, Place } from "./suite/case.js";
import type { Outcome } from "./suite/suite.js";

/** Runs the suite against its own control server, with a test for each case. */
export async function testSuite(
  engine: Engine,
  runSuite: (place: Place) => Promise<Outcome[]>,
): Promise<void> {
  const control = await startControl();
  const outcomes = await runSuite(placeAt(control, engine)).finally(control.close);
  describe("the emitted package keeps its promises", () => {
    for (const { name, failure } of outcomes.filter(({ inapplicable }) => !inapplicable)) {
      it(name, () => expect(failure).toBeUndefined());
    }
  });
}
