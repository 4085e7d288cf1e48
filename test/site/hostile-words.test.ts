import { execFile } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { expect, it } from "vitest";
import { places } from "../hostile/document.js";
import { packageWith } from "../hostile/package.js";
import { hostileTexts, marker } from "../hostile/payloads.js";
import { complaintsInModule } from "../hostile/typescript.js";
import { root } from "../imports.js";
import { temporaryFolder } from "../temporary-folder.js";

const run = promisify(execFile);

/** The files of the site that a document becomes with other words in some of its places. */
async function siteWith(payloads: Readonly<Record<string, string>>): Promise<Map<string, string>> {
  const folder = temporaryFolder();
  for (const { path, text } of await packageWith(payloads)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  symlinkSync(join(root, "generator/docs/node_modules"), join(folder, "docs/node_modules"));
  // Vue computes every page while it is built: what it would run of a document's words fails here.
  await run("npm", ["run", "docs:build"], { cwd: folder });
  const site = join(folder, "docs/.vitepress/dist");
  const paths = readdirSync(site, { recursive: true, encoding: "utf8" });
  const read = paths.filter((path) => /\.(html|js)$/.test(path));
  return new Map(read.map((path) => [path, readFileSync(join(site, path), "utf8")]));
}

const tag = /<([a-z][\w-]*)((?:\s+[^\s=>"'/]+(?:=(?:"[^"]*"|'[^']*'|[^\s>"']+))?)*)\s*\/?>/gi;
const attribute = /\s([^\s=>"'/]+)(?:=(?:"([^"]*)"|'([^']*)'|([^\s>"']+)))?/g;

/** Every kind of element on the pages, and every attribute that one of the kind has. */
function elementsOf(site: ReadonlyMap<string, string>): Set<string> {
  const found = new Set<string>();
  for (const [path, html] of site) {
    if (!path.endsWith(".html")) continue;
    for (const [, name = "", attributes = ""] of html.matchAll(tag)) {
      found.add(name);
      for (const [, key] of attributes.matchAll(attribute)) found.add(`${name} ${key}`);
    }
  }
  return found;
}

/** What links lead to, without the text of entities. */
function linksOf(site: ReadonlyMap<string, string>): string[] {
  return [...site].flatMap(([path, html]) =>
    path.endsWith(".html")
      ? [...html.matchAll(/\s(?:href|src)="([^"]*)"/g)].map(([, to = ""]) => to)
      : [],
  );
}

it("text with Vue, HTML or script syntax is plain text on the site", async () => {
  const words = places.map((place, index) => {
    const text = hostileTexts[(index * 3) % hostileTexts.length] ?? "";
    return [place, `${text}${place}${text}`];
  });
  const site = await siteWith(Object.fromEntries(words));
  const usual = elementsOf(await siteWith({}));
  expect([...elementsOf(site)].filter((each) => !usual.has(each))).toEqual([]);
  expect(linksOf(site).filter((to) => /^\s*(javascript|data(?!:,)|vbscript):/i.test(to))).toEqual(
    [],
  );
  const scripts = [...site].filter(([path]) => path.endsWith(".js"));
  expect(scripts.flatMap(([path, text]) => complaintsInModule(path, text))).toEqual([]);
  const inline = [...site].flatMap(([, text]) => text.match(/<script[^>]*>[^<]*/g) ?? []);
  expect(inline.filter((text) => text.includes(marker))).toEqual([]);
  expect(scripts.length).toBeGreaterThan(5);
  expect([...site.values()].some((text) => text.includes(marker))).toBe(true);
});
