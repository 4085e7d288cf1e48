import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, it } from "vitest";
import {
  type AllowedRefs,
  allowRefs,
  ownRefsOnly,
} from "../../../generator/read/input/allowed-refs.js";
import { temporaryFolder } from "../../temporary-folder.js";

const outside = "this is outside the document's folder: allow it with --allow-refs-from DIR";

/** A folder with a document in `own/`, and a neighbour in `other/`. */
function neighbours(): string {
  const folder = temporaryFolder();
  for (const name of ["own", "other", "own-too"]) {
    mkdirSync(join(folder, name));
    writeFileSync(join(folder, name, "a.json"), "{}");
  }
  symlinkSync(join(folder, "other"), join(folder, "own", "link"));
  return folder;
}

function refusalOf(
  folder: string,
  path: string,
  allowedRefs: AllowedRefs = ownRefsOnly,
): Promise<string | null> {
  const entry = pathToFileURL(join(folder, "own", "api.json")).href;
  return allowRefs(entry, allowedRefs)(pathToFileURL(join(folder, path)));
}

describe("a local document", () => {
  it("allows paths below its folder, even if they don't exist", async () => {
    const folder = neighbours();
    expect(await refusalOf(folder, "own/a.json")).toBeNull();
    expect(await refusalOf(folder, "own/gone.json")).toBeNull();
  });

  it.each(["other/a.json", "own-too/a.json", "own/link/a.json", "own/link/gone.json"])(
    "doesn't reach %s",
    async (path) => {
      expect(await refusalOf(neighbours(), path)).toBe(outside);
    },
  );

  it.each(["$(id)", "`id`", "a;id;b", "a'b"])(
    "suggests no option with the host %s",
    async (host) => {
      const entry = pathToFileURL(join(neighbours(), "own", "api.json")).href;
      const refusal = await allowRefs(entry, ownRefsOnly)(new URL(`https://${host}/a.json`));
      expect(refusal).toBe("references to other hosts aren't followed: bundle the document");
    },
  );

  it.each(["%ff.json", "%C0%AF.json", "a%00.json", "..%2fother%2fa.json", "..%5cother%5ca.json"])(
    "refuses %s, which is no path",
    async (path) => {
      const entry = pathToFileURL(join(neighbours(), "own", "api.json"));
      expect(await allowRefs(entry.href, ownRefsOnly)(new URL(path, entry))).toBe(
        "this isn't a file path: correct it",
      );
    },
  );

  it("reaches a folder that is allowed", async () => {
    const folder = neighbours();
    const allowedRefs = { ...ownRefsOnly, folders: [join(folder, "other")] };
    expect(await refusalOf(folder, "other/a.json", allowedRefs)).toBeNull();
    expect(await refusalOf(folder, "own/link/a.json", allowedRefs)).toBeNull();
    expect(await refusalOf(folder, "own-too/a.json", allowedRefs)).toBe(outside);
  });

  it.each([
    [[], "https://a.example/a.json", false],
    [["a.example"], "https://a.example/a.json", true],
    [["a.example:8080"], "http://a.example:8080/a.json", true],
    [["a.example"], "https://b.a.example/a.json", false],
    [["A.Example"], "https://a.example/a.json", true],
    [["a.example:443"], "https://a.example/a.json", true],
    [["a.example:443"], "http://a.example/a.json", false],
    [["a.example:80"], "https://a.example/a.json", false],
    [["a.example"], "https://a.example:8080/a.json", true],
    [[], "data:application/json,{}", false],
    [null, "data:application/json,{}", false],
    [null, "ftp://a.example/a.json", false],
    [null, "https://a.example/a.json", true],
  ])("with the hosts %j reaches %s: %s", async (hosts, url, isReached) => {
    const refused = allowRefs("file:///own/api.json", { folders: [], hosts });
    expect((await refused(new URL(url))) === null).toBe(isReached);
  });
});

it("a document leads to no file of another computer", async () => {
  const refused = allowRefs("file:///own/api.json", { ...ownRefsOnly, folders: ["/"] });
  expect(await refused(new URL("file://host.example/own/a.json"))).toBe(
    "files of other computers are not read",
  );
});

it.each(["..%2fa.json", "own%5c..%5ca.json", "a.json%00"])(
  "a name that no file has is no way out: %s",
  async (name) => {
    const refused = allowRefs("file:///own/api.json", ownRefsOnly);
    expect(await refused(new URL(`file:///own/${name}`))).toBe(
      "this isn't a file path: correct it",
    );
  },
);

describe("a document from the network", () => {
  it.each([
    ["https://a.example/b/c.json", true],
    ["https://a.example:8443/c.json", false],
    ["http://a.example/c.json", false],
    ["https://b.example/c.json", false],
    ["file:///etc/passwd", false],
  ])("reaches %s: %s", async (url, isReached) => {
    const refused = allowRefs("https://a.example/api.json", ownRefsOnly);
    expect((await refused(new URL(url))) === null).toBe(isReached);
  });
});
