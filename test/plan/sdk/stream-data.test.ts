import { describe, expect, it } from "vitest";
import type { EventKind, ItemStream } from "../../../generator/model/api/payload.js";
import { canReconnect, streamData } from "../../../generator/plan/sdk/stream-data.js";
import { schema } from "../../model/documents.js";

const any: EventKind = { name: null, data: "json", isDataRequired: true };

function stream(own: Partial<ItemStream>): ItemStream {
  const item = schema({ kind: "unknown" });
  return { format: "events", item, events: [any], isOpen: false, sentinel: null, ...own };
}

type Choice = Parameters<typeof streamData>[2];

/** The reader and its settings as the template prints them. */
function printed(
  own: Partial<ItemStream>,
  method = "post",
  chosenBy: Choice = null,
): [string, ...unknown[]] {
  const { view } = streamData(stream(own), { method }, chosenBy);
  return [
    view.reader,
    ...view.settings.map(({ key, text, bare, kinds }) => [key, text ?? bare ?? kinds]),
  ];
}

describe("a stream is read", () => {
  it.each<[name: string, own: Partial<ItemStream>, want: unknown[]]>([
    ["as events of JSON", {}, ["eventStream"]],
    [
      "as events of text",
      { events: [{ ...any, data: "text" }] },
      ["eventStream", ["data", "text"]],
    ],
    [
      "as events of either",
      { events: [{ ...any, data: "text" }, any] },
      ["eventStream", ["data", "any"]],
    ],
    [
      "by the names of events",
      {
        events: [
          { ...any, name: "delta" },
          { ...any, name: "note", data: "text" },
        ],
      },
      [
        "eventStream",
        [
          "data",
          [
            { name: "delta", data: "json" },
            { name: "note", data: "text" },
          ],
        ],
      ],
    ],
    [
      "with events without data",
      { events: [{ ...any, isDataRequired: false }] },
      ["eventStream", ["withoutData", "true"]],
    ],
    ["to its sentinel", { sentinel: "END" }, ["eventStream", ["sentinel", "END"]]],
    ["as lines", { format: "jsonLines", events: [] }, ["jsonLines"]],
    ["as a sequence", { format: "jsonSequence", events: [] }, ["jsonSeq"]],
  ])("%s", (_, own, want) => {
    expect(printed(own)).toEqual(want);
  });
});

describe("a field of the request that chooses a stream", () => {
  const chosenBy = { field: { key: "live" }, isDefault: true };
  it.each<[format: ItemStream["format"], want: unknown[]]>([
    ["jsonLines", ["jsonLines", ["chosenBy", "live"], ["isDefault", "true"]]],
    ["events", ["eventStream"]],
  ])("is a setting of the reader of %s", (format, want) => {
    expect(printed({ format }, "post", chosenBy)).toEqual(want);
  });
});

describe("only a GET of events continues", () => {
  it.each<[method: string, format: ItemStream["format"], want: boolean]>([
    ["get", "events", true],
    ["GET", "events", true],
    ["post", "events", false],
    ["get", "jsonLines", false],
  ])("%s of %s: %s", (method, format, want) => {
    expect(canReconnect({ method }, stream({ format }))).toBe(want);
  });

  it("with a module of its own", () => {
    expect(printed({}, "get")).toEqual(["eventStream", ["reopen", "reconnect"]]);
    expect(
      streamData(stream({}), { method: "get" }, null).uses.map(({ module }) => module),
    ).toEqual(["../runtime/event-stream.js", "../runtime/reconnect.js"]);
  });
});
