import { spawnSync } from "node:child_process";
import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, it } from "vitest";
import { generate } from "../../generator/generate.js";
import type { RenderedFile } from "../../generator/plan/file.js";
import { root } from "../imports.js";
import { temporaryFolder } from "../temporary-folder.js";
import { places } from "./document.js";
import { complaintsIn, packageWith } from "./package.js";
import { hostileTexts, marker } from "./payloads.js";

/** Calls all that a package has, and tells whether anything of its document ran. */
const program = `
let ran = 0;
globalThis.${marker} = () => { ran += 1; return "" };
let calls = 0;
const fetch = async () => {
  calls += 1;
  return new Response(calls % 2 ? '{"a":1}' : "no", { status: calls % 3 ? 200 : 404 });
};
const whatever = new Proxy({}, { get: () => "a", has: () => true });
const package_ = await import("./dist/index.js");
const client = Object.values(package_).find((each) => /extends \\w+Core /.test(String(each)));
const credentials = new Proxy({}, { get: (_, name) => name === "fetch" ? fetch : name === "retries" ? { strategy: "none" } : typeof name === "symbol" || /^(server|timeoutMs|hooks|logger|headers|origin|limits|clock)/.test(name) ? undefined : "a", has: () => true });
async function callAll(resource) {
  for (const name of Object.getOwnPropertyNames(Object.getPrototypeOf(resource))) {
    if (name === "constructor" || typeof resource[name] !== "function") continue;
    const { ok, error } = await resource[name](whatever, { serverURL: "https://a.example" }).result();
    if (!ok) JSON.stringify(error);
  }
  for (const inner of Object.values(resource)) {
    if (/Resource/.test(inner?.constructor?.name)) await callAll(inner);
  }
}
await callAll(new client(credentials));
console.log(JSON.stringify({ ran, hasCalled: calls > 0, polluted: Object.keys(Object.prototype) }));
`;

function outcomeOf(files: readonly RenderedFile[]) {
  const folder = temporaryFolder();
  symlinkSync(join(root, "node_modules"), join(folder, "node_modules"));
  for (const { path, text } of [...files, { path: "run.mjs", text: program }]) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  const compiler = join(root, "node_modules/typescript-7/bin/tsc");
  const built = spawnSync(process.execPath, [compiler, "-p", folder], { encoding: "utf8" });
  const ran = spawnSync(process.execPath, ["run.mjs"], { cwd: folder, encoding: "utf8" });
  return { errors: built.stdout, said: ran.stdout || ran.stderr };
}

const nothing = `${JSON.stringify({ ran: 0, hasCalled: true, polluted: [] })}\n`;

it.each([0, 1, 2])(
  "a package of hostile words (%i) is built and called, and nothing of them runs",
  async (turn) => {
    const words = places.map((place, index) => {
      const text = hostileTexts[(index + turn * 41) % hostileTexts.length] ?? "";
      return [place, `${text}${place}${text}`];
    });
    const files = await packageWith(Object.fromEntries(words));
    expect(outcomeOf(files)).toEqual({ errors: "", said: nothing });
  },
);

it("files with hostile names get valid names", async () => {
  const folder = temporaryFolder();
  const names = [
    `"]; a.${marker}(); ["`,
    `*\u202e{{ a.${marker} }}`,
    "__proto__",
    `\`\n# a.${marker}`,
    "a%2e|<b>",
  ];
  const refs = names.map((name) => ({ $ref: `${encodeURIComponent(name)}.yaml` }));
  for (const name of names) {
    writeFileSync(
      join(folder, `${name}.yaml`),
      "type: object\nproperties: { a: { type: string } }\n",
    );
  }
  const content = { "application/json": { schema: { oneOf: refs } } };
  const paths = { "/a": { get: { responses: { "200": { description: "", content } } } } };
  const document = { openapi: "3.1.0", info: { title: "A", version: "1" }, paths };
  writeFileSync(join(folder, "api.json"), JSON.stringify(document));
  const { files, problems } = await generate(join(folder, "api.json"), {});
  expect(problems).toEqual([]);
  expect(complaintsIn(files ?? [])).toEqual([]);
});
