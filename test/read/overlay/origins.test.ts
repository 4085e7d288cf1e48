import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, it } from "vitest";
import type { AllowedRefs } from "../../../generator/read/input/allowed-refs.js";
import { startHost } from "../../references/host.js";
import { folderWith, linesOf, readIn } from "../folder.js";

const schema = (more: object) => ({ "application/json": { schema: more } });
const api = {
  openapi: "3.1.0",
  info: { title: "Pets", version: "1" },
  paths: {
    "/a": {
      get: { responses: { "200": { description: "A", content: schema({ type: "object" }) } } },
    },
  },
  components: { schemas: { List: { anyOf: [{ title: "First" }, { title: "Second" }] } } },
};
/** The same with a reference to a file and an anchor, so that all of its references are resolved. */
const bundledAPI = {
  ...api,
  components: {
    schemas: { ...api.components.schemas, Own: { $anchor: "own", allOf: [{ $ref: "a.json" }] } },
  },
};
const secret = { type: "object", properties: { stolen: { type: "string" } } };
const target = "$.paths['/a'].get.responses['200'].content['application/json'].schema";

function overlayOf(...actions: readonly object[]) {
  return { overlay: "1.0.0", info: { title: "O", version: "1" }, actions };
}

/** What a document of a folder says with these overlays, and what is wrong. */
async function overlaid(folder: string, overlays: readonly string[], allowedRefs?: AllowedRefs) {
  const reading = await readIn(folder, { overlays, ...(allowedRefs ? { allowedRefs } : {}) });
  const text = reading.ok ? JSON.stringify(reading.source.document) : "";
  return { text, lines: linesOf(reading, folder) };
}

describe("an overlay from the network can't refer to local files", () => {
  const update = { $ref: "private.json" };
  const list = "$.components.schemas.List";
  it.each<[how: string, actions: readonly object[]]>([
    ["by a reference", [{ target, update }]],
    ["by a URL", [{ target, update: { $ref: "{FOLDER}private.json" } }]],
    [
      "by a reference that it copies",
      [
        { target: "$.components.schemas", update: { X: { properties: { a: update } } } },
        { target, copy: "$.components.schemas.X" },
      ],
    ],
    [
      "by one in a list, of which it removes what is before it",
      [
        { target: `${list}.anyOf[1]`, update: { properties: { a: update } } },
        { target: `${list}.anyOf[0]`, remove: true },
        { target, update: { $ref: "#/components/schemas/List" } },
      ],
    ],
    [
      "by one that it appends",
      [
        { target: `${list}.anyOf`, update },
        { target, update: { $ref: "#/components/schemas/List" } },
      ],
    ],
    [
      "by a discriminator",
      [
        {
          target,
          update: { discriminator: { propertyName: "a", mapping: { a: "private.json" } } },
        },
      ],
    ],
    ["by a base", [{ target, update: { $id: "{FOLDER}x.json", allOf: [update] } }]],
    ["by a dynamic reference", [{ target, update: { $dynamicRef: "private.json" } }]],
  ])("%s", async (_, actions) => {
    const folder = folderWith({ "api.json": bundledAPI, "a.json": {}, "private.json": secret });
    const host = await startHost();
    const written = JSON.stringify(overlayOf(...actions));
    host.answers["/o.json"] = JSON.parse(
      written.replaceAll("{FOLDER}", `${pathToFileURL(folder).href}/`),
    );
    const { text } = await overlaid(folder, [`${host.url}/o.json`]);
    expect(text).not.toContain("stolen");
  });

  it("by the base of a reference of the document", async () => {
    const folder = folderWith({ "api.json": bundledAPI, "a.json": {}, "private/a.json": secret });
    const host = await startHost();
    const $id = `${pathToFileURL(folder).href}/private/x.json`;
    host.answers["/o.json"] = overlayOf({ target: "$.components.schemas.Own", update: { $id } });
    const { text, lines } = await overlaid(folder, [`${host.url}/o.json`]);
    expect(lines).toEqual([]);
    expect(text).not.toContain("stolen");
  });

  it("even if the document refers to another part of the file", async () => {
    const folder = folderWith({ "api.json": bundledAPI, "a.json": { x: secret } });
    const host = await startHost();
    // By way of another file, so that the document's file was read before.
    host.answers["/o.json"] = overlayOf({ target, update: { $ref: "more.json" } });
    host.answers["/more.json"] = { $ref: `${pathToFileURL(folder).href}/a.json#/x` };
    const { text, lines } = await overlaid(folder, [`${host.url}/o.json`]);
    expect([text, lines]).toEqual([
      "",
      [expect.stringContaining("a document from the network may not refer to files")],
    ]);
  });

  it("even if another overlay wrote the same place before", async () => {
    const folder = folderWith({
      "api.json": api,
      "private.json": secret,
      "local.json": overlayOf({ target, update: { properties: { a: { type: "string" } } } }),
    });
    const host = await startHost();
    host.answers["/o.json"] = overlayOf(
      { target: `${target}.properties`, remove: true },
      { target, update: { properties: { a: update } } },
    );
    const { text } = await overlaid(
      folder,
      ["local.json", `${host.url}/o.json`].map((name) =>
        name.startsWith("http") ? name : join(folder, name),
      ),
    );
    expect(text).not.toContain("stolen");
  });
});

describe("a reference is relative to the overlay that wrote it", () => {
  it("and may refer to files below the overlay's folder", async () => {
    const folder = folderWith({
      "api.json": api,
      "patch/o.json": overlayOf({ target, update: { $ref: "a.json" } }),
      "patch/a.json": { description: "from the patch" },
      "a.json": { description: "from the document" },
    });
    const { text, lines } = await overlaid(folder, [join(folder, "patch/o.json")]);
    expect(lines).toEqual([]);
    expect(text).toContain("from the patch");
  });

  it("and to no others", async () => {
    const folder = folderWith({
      "api.json": api,
      "patch/o.json": overlayOf({ target, update: { $ref: "../a.json" } }),
      "a.json": {},
    });
    const { lines } = await overlaid(folder, [join(folder, "patch/o.json")]);
    expect(lines).toEqual([
      expect.stringContaining(
        "this is outside the document's folder: allow it with --allow-refs-from DIR",
      ),
    ]);
  });

  it("and to the overlay's own origin", async () => {
    const folder = folderWith({ "api.json": api });
    const host = await startHost();
    host.answers["/o.json"] = overlayOf({ target, update: { $ref: "a.json" } });
    host.answers["/a.json"] = { description: "from the network" };
    const { text, lines } = await overlaid(folder, [`${host.url}/o.json`]);
    expect(lines).toEqual([]);
    expect(text).toContain("from the network");
  });

  it("except one into the document", async () => {
    const folder = folderWith({
      "api.json": api,
      "o.json": overlayOf({ target, update: { $ref: "#/components/schemas/List" } }),
    });
    const { text, lines } = await overlaid(folder, [join(folder, "o.json")]);
    expect(lines).toEqual([]);
    expect(text).toContain('{"type":"object","$ref":"#/components/schemas/List"}');
  });
});

it.each<[name: string, update: object, $ref: string]>([
  ["$id", { $id: "https://pets.example/list" }, "https://pets.example/list"],
  ["$anchor", { $anchor: "list" }, "#list"],
])("a schema is found by the %s that only an overlay gives it", async (_, update, $ref) => {
  const folder = folderWith({
    "api.json": api,
    "o.json": overlayOf(
      { target: "$.components.schemas.List", update },
      { target, update: { $ref } },
    ),
  });
  const { text, lines } = await overlaid(folder, [join(folder, "o.json")]);
  expect(lines).toEqual([]);
  expect(text).toContain('{"schema":{"$ref":"#/components/schemas/List","type":"object"}}');
});

it("a pattern of an overlay that never ends is stopped", async () => {
  const folder = folderWith({
    "api.json": { ...api, "x-long": `${"a".repeat(40)}!` },
    "o.json": overlayOf({ target: "$[?match(@, '(a+)+')]", update: {} }),
  });
  const { lines } = await overlaid(folder, [join(folder, "o.json")]);
  expect(lines).toEqual([
    "o.json:1:67 error evaluating `target` takes too long: simplify its filters and patterns",
  ]);
});

it("references of an overlay to another host are not followed", async () => {
  const folder = folderWith({ "api.json": api });
  const [host, other] = [await startHost(), await startHost()];
  host.redirects["/o.json"] = `${other.url}/o.json`;
  other.answers["/o.json"] = overlayOf();
  const { lines } = await overlaid(folder, [`${host.url}/o.json`]);
  expect(lines).toEqual([
    `${host.url}/o.json:1:1 error the server redirects to ${other.url}: name that address, or allow it with --allow-remote-refs ${other.host}`,
  ]);
  expect(other.asked).toEqual([]);
  const allowed = { folders: [], hosts: [other.host] };
  expect((await overlaid(folder, [`${host.url}/o.json`], allowed)).lines).toEqual([]);
});

it("what an overlay writes is located in it, even after items of lists are removed", async () => {
  const folder = folderWith({ "api.json": api });
  writeFileSync(
    join(folder, "o.yaml"),
    `overlay: 1.0.0
info: { title: O, version: "1" }
actions:
  - target: $.components.schemas.List.anyOf[1]
    update: { properties: { a: { $ref: "#/nothing" } } }
  - target: $.components.schemas.List.anyOf[0]
    remove: true
`,
  );
  const { lines } = await overlaid(folder, [join(folder, "o.yaml")]);
  expect(lines).toEqual([expect.stringMatching(/^o\.yaml:5:34 error `\$ref`/)]);
});
