import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { folderWith, linesOf, readIn } from "../folder.js";

const api = {
  openapi: "3.1.0",
  info: { title: "Pets", version: "1" },
  tags: [{ name: "a" }, { name: "b" }, { name: "c" }],
  paths: { "/pets": { get: { operationId: "list", tags: ["a"], responses: {} } } },
};

/** The document after these overlays, or its problems. */
async function overlaid(...overlays: unknown[]): Promise<unknown> {
  const names = overlays.map((_, index) => `overlay-${index}.yaml`);
  const files = names.map((name, index): [string, unknown] => [name, overlays[index]]);
  const folder = folderWith({ "api.json": api, ...Object.fromEntries(files) });
  const reading = await readIn(folder, { overlays: names.map((name) => join(folder, name)) });
  const lines = linesOf(reading, folder);
  return reading.ok && lines.length === 0 ? reading.source.document : lines;
}

function overlayOf(...actions: unknown[]) {
  return { overlay: "1.0.0", info: { title: "o", version: "1" }, actions };
}

describe("an action", () => {
  it("merges objects key by key, and adds to lists", async () => {
    const update = { summary: "All pets", tags: ["b"] };
    expect(await overlaid(overlayOf({ target: "$.paths.*.get", update }))).toMatchObject({
      paths: { "/pets": { get: { operationId: "list", summary: "All pets", tags: ["a", "b"] } } },
    });
  });

  it("adds to the list that it selects", async () => {
    expect(await overlaid(overlayOf({ target: "$.tags", update: { name: "d" } }))).toMatchObject({
      tags: [{ name: "a" }, { name: "b" }, { name: "c" }, { name: "d" }],
    });
  });

  it("removes all that it selects", async () => {
    const target = "$.tags[?@.name != 'b']";
    expect(await overlaid(overlayOf({ target, remove: true }))).toMatchObject({
      tags: [{ name: "b" }],
    });
  });

  it("copies one part to others", async () => {
    const action = { target: "$.paths['/pets']", copy: "$.paths['/pets']['get']" };
    const copy = { target: "$.tags[0]", copy: "$.tags[1]" };
    expect(await overlaid(overlayOf(copy))).toMatchObject({
      tags: [{ name: "b" }, { name: "b" }, { name: "c" }],
    });
    expect(await overlaid(overlayOf({ ...action, copy: "$.nothing" }))).toEqual([
      expect.stringMatching(/^overlay-0.yaml:1:\d+ error `copy` must select exactly one node/),
    ]);
  });

  it("keeps a key named `__proto__`", async () => {
    const update = '{"x-note": {"__proto__": {"x": 1}}}';
    const text = `{"overlay":"1.0.0","actions":[{"target":"$.info","update":${update}}]}`;
    const document = await overlaid(text);
    expect(JSON.stringify(document)).toContain('"__proto__":{"x":1}');
    expect({}).not.toHaveProperty("x");
  });
});

describe("overlays", () => {
  it("are applied in order, each on what those before it made", async () => {
    expect(
      await overlaid(
        overlayOf({ target: "$.info", update: { "x-new": { a: 1 } } }),
        overlayOf({ target: "$.info['x-new']", update: { a: 2, b: 3 } }),
      ),
    ).toMatchObject({ info: { "x-new": { a: 2, b: 3 } } });
  });
});

describe("a problem", () => {
  it("is an action that matches nothing, reported with its place", async () => {
    const text = "overlay: 1.0.0\nactions:\n  - target: $.gone\n    remove: true\n";
    expect(await overlaid(text)).toEqual([
      'overlay-0.yaml:3:5 warning the action has no effect: nothing matches "$.gone"',
    ]);
  });

  it.each([
    [
      "overlay: 2.0.0\nactions: []\n",
      'overlay-0.yaml:1:1 error `overlay` "2.0.0" isn\'t supported: write `overlay: 1.0.0`',
    ],
    [
      "overlay: 1.0.0\n",
      "overlay-0.yaml:1:1 error `actions` is not a list: write a list of actions",
    ],
    [
      "overlay: 1.0.0\nactions:\n  - update: 1\n",
      "overlay-0.yaml:3:5 error the action has no `target`: add a JSONPath",
    ],
    [
      "overlay: 1.0.0\nactions:\n  - target: $\n",
      "overlay-0.yaml:3:5 error the action does nothing: add `update`, or `remove: true`",
    ],
  ])("is %j", async (text, line) => {
    expect(await overlaid(text)).toEqual([line]);
  });

  it("is a target that isn't a JSONPath", async () => {
    expect(
      await overlaid("overlay: 1.0.0\nactions:\n  - target: $.a[\n    remove: true\n"),
    ).toEqual([
      expect.stringMatching(/^overlay-0.yaml:3:5 error `target` isn't a JSONPath \(RFC 9535\): /),
    ]);
  });

  it("with content of an overlay points into the overlay", async () => {
    const text = "overlay: 1.0.0\nactions:\n  - target: $\n    update:\n      servers: 1\n";
    expect(await overlaid(text)).toEqual([
      "overlay-0.yaml:5:7 error `servers` is not a list: write a list of objects with a `url`",
    ]);
  });
});
