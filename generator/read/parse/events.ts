import type { FetchedText } from "../input/fetch-text.js";
import { type ValueEvent, yamlEvents } from "./yaml.js";

type Events = () => Iterable<ValueEvent>;

/** The parse events of each text, so that locations need no second parse. */
const known = new WeakMap<FetchedText, Events>();

/** Keeps the parse events of a text for later. */
export function keepEvents(source: FetchedText, events: Events): void {
  known.set(source, events);
}

/** The values of a text in source order; none if it can't be parsed. */
export async function eventsIn(source: FetchedText): Promise<Iterable<ValueEvent>> {
  return known.get(source)?.() ?? (await yamlEvents(source.text));
}
