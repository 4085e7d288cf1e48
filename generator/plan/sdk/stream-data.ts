import type { Operation } from "../../model/api/operation.js";
import type { ItemStream } from "../../model/api/payload.js";
import type { Argument } from "../call/arguments.js";
import { type Use, use } from "../imports.js";
import type { StreamSettingView, StreamView } from "./data-views.js";

/** The runtime's modules for streams, and the functions that they export. */
const readers = {
  events: { module: "event-stream", name: "eventStream" },
  jsonLines: { module: "json-lines", name: "jsonLines" },
  jsonSequence: { module: "json-seq", name: "jsonSeq" },
} as const;

/** The field of a request that chooses a stream. */
interface Choice {
  readonly field: Pick<Argument, "key">;
  /** Whether a call without the field gets the stream. */
  readonly isDefault: boolean;
}

/** Whether a broken stream can continue after the last event id; only a GET is sent again. */
export function canReconnect({ method }: Pick<Operation, "method">, stream: ItemStream): boolean {
  return stream.format === "events" && method.toLowerCase() === "get";
}

/** The code that reads a stream of items, with the imports that it needs. */
export function streamData(
  stream: ItemStream,
  operation: Pick<Operation, "method">,
  chosenBy: Choice | null,
): { readonly view: StreamView; readonly uses: readonly Use[] } {
  const { module, name } = readers[stream.format];
  const reconnects = canReconnect(operation, stream);
  const settings: Setting[] = [
    ...dataSettings(stream),
    ...(stream.sentinel === null ? [] : [{ key: "sentinel", text: stream.sentinel }]),
    ...(stream.events.some(({ isDataRequired }) => !isDataRequired)
      ? [{ key: "withoutData", bare: "true" }]
      : []),
    ...(stream.format === "jsonLines" && chosenBy ? choiceSettings(chosenBy) : []),
    ...(reconnects ? [{ key: "reopen", bare: "reconnect" }] : []),
  ];
  const unset = { text: null, bare: null, kinds: [] };
  return {
    view: { reader: name, settings: settings.map((setting) => ({ ...unset, ...setting })) },
    uses: [
      ...use(`../runtime/${module}.js`, name),
      ...(reconnects ? use("../runtime/reconnect.js", "reconnect") : []),
    ],
  };
}

type Setting = Pick<StreamSettingView, "key"> & Partial<StreamSettingView>;

/** How a field of the request chooses lines. */
function choiceSettings({ field, isDefault }: Choice): Setting[] {
  return [
    { key: "chosenBy", text: field.key },
    ...(isDefault ? [{ key: "isDefault", bare: "true" }] : []),
  ];
}

/** How the data of events is written: by name, or for all of them; JSON is the default. */
function dataSettings({ events }: ItemStream): Setting[] {
  const [first, ...others] = events;
  if (first === undefined) return [];
  const kinds = events.flatMap(({ name, data }) => (name === null ? [] : [{ name, data }]));
  if (kinds.length === events.length) return [{ key: "data", kinds }];
  const data = others.every((other) => other.data === first.data) ? first.data : "any";
  return data === "json" ? [] : [{ key: "data", text: data }];
}
