import type { FetchedText } from "../input/fetch-text.js";
import { type ValueEvent, yamlEvents } from "./yaml.js";

type Events = () => Iterable<ValueEvent>;

/** No text changes once it is there: what it took to parse it serves whoever asks for places in it. */
const known = new WeakMap<FetchedText, Events>();

/** Says how the values of a text that was parsed are had again. */
export function keepEvents(source: FetchedText, events: Events): void {
  known.set(source, events);
}

/** The values of a text in the order they are written; none where it cannot be parsed. */
export async function eventsIn(source: FetchedText): Promise<Iterable<ValueEvent>> {
  return known.get(source)?.() ?? (await yamlEvents(source.text));
}
