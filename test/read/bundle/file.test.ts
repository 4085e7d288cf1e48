import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, it } from "vitest";
import { loader } from "../../../generator/read/bundle/file.js";
import { ownRefsOnly } from "../../../generator/read/input/allowed-refs.js";
import { limitsOf } from "../../../generator/read/input/fetch-text.js";
import { folderWith } from "../folder.js";

it("limits the bytes of all files together, even if they are read at once", async () => {
  const names = ["a.json", "b.json", "c.json", "d.json"];
  const folder = folderWith(Object.fromEntries(names.map((name) => [name, "{}".padEnd(40)])));
  const file = join(folder, "api.json");
  const url = pathToFileURL(file).href;
  const source = { file, text: "{}", location: url };
  const originAt = () => ({ url, start: source });
  const load = loader({ source, url, root: {}, originAt }, ownRefsOnly, limitsOf(100));
  const loaded = await Promise.all(names.map((name) => load(new URL(name, url).href, source)));
  const refused = loaded.flatMap((each) => (each.ok ? [] : each.message));
  expect(refused).toEqual([
    "this has more than 100 bytes: split the document",
    "this has more than 100 bytes: split the document",
  ]);
});
