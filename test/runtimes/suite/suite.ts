import { bodies } from "./bodies.js";
import { calls } from "./calls.js";
import type { Case, Place } from "./case.js";
import { security } from "./credentials.js";
import { endings } from "./endings.js";
import { pages } from "./pages.js";
import { retries } from "./retries.js";
import { streams } from "./streams.js";
import { styles } from "./styles.js";
import { webhooks } from "./webhooks.js";

export const cases: readonly Case[] = [
  ...calls,
  ...styles,
  ...bodies,
  ...endings,
  ...pages,
  ...streams,
  ...retries,
  ...security,
  ...webhooks,
];

/** What came of a case: `failure` is why it failed, `inapplicable` why it wasn't run. */
export interface Outcome {
  readonly name: string;
  readonly failure?: string;
  readonly inapplicable?: string;
}

/** Runs every case that the engine can, or some of them, one after the other. */
export async function runSuite(place: Place, some: readonly Case[] = cases): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const each of some) outcomes.push(await outcomeOf(each, place));
  return outcomes;
}

async function outcomeOf({ name, run, inapplicable }: Case, place: Place): Promise<Outcome> {
  const reason = inapplicable?.[place.engine];
  if (reason !== undefined) return { name, inapplicable: reason };
  try {
    await within(30_000, run(place));
    return { name };
  } catch (error) {
    const failure = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return { name, failure };
  }
}

/** Tells a call that never ends from a runtime that crashed. */
async function within(ms: number, work: Promise<void>): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const limit = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`still running after ${ms} ms`)), ms);
  });
  await Promise.race([work, limit]).finally(() => clearTimeout(timer));
}
