import { execFile } from "node:child_process";
import { mkdtemp, rm, symlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { root } from "../imports.js";
import { complaintsOf, startBrowser, walk } from "./browser.js";
import { serve } from "./serve.js";

const run = promisify(execFile);

let folder: string;
let browser: Browser;
let site: Awaited<ReturnType<typeof serve>>;

/** Builds the site of an emitted package as its owner does, with the tools that are here already. */
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "sdkwright-site-"));
  const document = join(root, "test/fixtures/hostile-pages.openapi.yaml");
  await run("npm", ["run", "build"], { cwd: root });
  await run("npm", ["run", "docs:install"], { cwd: root });
  await run(process.execPath, ["dist/cli.js", "generate", document, "--output", folder], {
    cwd: root,
  });
  await symlink(join(root, "generator/docs/node_modules"), join(folder, "docs/node_modules"));
  await run("npm", ["run", "docs:build"], { cwd: folder });
  site = await serve(join(folder, "docs/.vitepress/dist"));
  browser = await startBrowser();
});

afterAll(async () => {
  await browser?.close();
  site?.close();
  await rm(folder, { recursive: true, force: true });
});

it("shows a description's text, and runs nothing in it", async () => {
  const page = await browser.newPage();
  const complaints = complaintsOf(page, site.url);
  const { visited, dead } = await walk(page, site.url, "/");
  expect(visited.length).toBeGreaterThan(5);
  expect([dead, complaints]).toEqual([[], []]);
  await page.goto(`${site.url}/`);
  const text = await page.innerText(".vp-doc");
  expect(text).toContain("{{ constructor.constructor('alert(1)')() }} <Badge/> unclosed");
  expect(text).toContain("::: v-pre");
  expect(text).toContain("<<< /etc/passwd");
  expect(text).toContain("{{ $site }}");
  expect(text).toContain("text {#id .c v-html=x}");
  expect(text).not.toContain("root:");
  await page.goto(`${site.url}/docs/sdks/tag-h1-script-alert-3-script/`);
  expect(await page.innerText(".vp-doc")).toContain("<Foo> {{ z }} | {{ code }}");
  await page.close();
});

it("shows the page for unknown addresses for one with an invalid escape", async () => {
  const page = await browser.newPage();
  const failures: string[] = [];
  page.on("pageerror", ({ message }) => failures.push(message));
  await page.goto(`${site.url}/docs/%E0%A4%A`);
  expect(await page.innerText("h1")).toBe("This page doesn't exist");
  await page.goto(`${site.url}/docs/#%E0%A4%A`);
  expect(await page.locator("h1").count()).toBe(1);
  expect(failures).toEqual([]);
  await page.close();
});
