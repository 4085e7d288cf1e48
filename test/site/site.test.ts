import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { root } from "../imports.js";
import { violationsOn } from "./access.js";
import { complaintsOf, startBrowser, walk } from "./browser.js";
import { serve } from "./serve.js";

const run = promisify(execFile);

let browser: Browser;
let site: Awaited<ReturnType<typeof serve>>;

beforeAll(async () => {
  await run("npm", ["run", "docs:build"], { cwd: root });
  site = await serve(join(root, "generator/docs/.vitepress/dist"));
  browser = await startBrowser();
});

afterAll(async () => {
  await browser?.close();
  site?.close();
});

async function openPage(width: number, path: string) {
  const page = await browser.newPage({ viewport: { width, height: 900 } });
  const complaints = complaintsOf(page, site.url);
  await page.goto(site.url + path, { waitUntil: "networkidle" });
  // Vue marks its root when the page reacts to keys and clicks.
  await page.waitForFunction(() => "__vue_app__" in (document.querySelector("#app") ?? {}));
  return { page, complaints };
}

describe("the site", () => {
  it("finds an operation from the index with the search", async () => {
    const { page, complaints } = await openPage(1280, "/generated/docs/");
    await page.keyboard.press("Control+k");
    await page.fill(".VPLocalSearchBox input", "satellite domain delete");
    await page.waitForSelector(".VPLocalSearchBox .result");
    await page.click(".VPLocalSearchBox .result >> nth=0");
    await page.waitForURL("**/generated/docs/sdks/domains/**#delete");
    expect(await page.textContent("h2#delete")).toContain("delete");
    expect(complaints).toEqual([]);
    await page.close();
  });

  it("finds an operation by a synonym of its verb", async () => {
    const { page } = await openPage(1280, "/generated/docs/");
    await page.keyboard.press("Control+k");
    await page.fill(".VPLocalSearchBox input", "create domain");
    await page.waitForSelector(".VPLocalSearchBox .result");
    expect(await page.locator(".VPLocalSearchBox .result").first().getAttribute("href")).toContain(
      "/sdks/domains/#add",
    );
    await page.close();
  });

  it("has no dead link, no error on the console and no request to another host", async () => {
    const { page, complaints } = await openPage(1280, "/");
    const { visited, dead } = await walk(page, site.url, "/");
    expect(dead).toEqual([]);
    expect(complaints).toEqual([]);
    expect(visited).toEqual(
      expect.arrayContaining([
        "/",
        "/generated/",
        "/generated/docs/",
        "/generated/docs/errors/",
        "/generated/docs/errors/clerkerrors.html",
        "/generated/docs/guides/retries.html",
        "/generated/docs/models/domain.html",
        "/generated/docs/sdks/domains/",
      ]),
    );
    await page.close();
  });

  it("shows each operation with its method and path", async () => {
    const { page } = await openPage(1280, "/generated/docs/sdks/domains/");
    expect(
      await page.$$eval(".VPSidebarItem .method", (found) => found.map((each) => each.textContent)),
    ).toEqual(["GET", "POST", "DEL", "PATCH"]);
    expect(await page.textContent("h2#update + p")).toMatch(/^PATCH \/domains\/\{domain_id\}$/);
    await page.close();
  });

  it.each([
    "/generated/",
    "/generated/docs/guides/retries",
    "/generated/docs/errors/clerkerrors",
    "/generated/docs/sdks/domains/",
  ])("shows programs and names whole on a desktop: %s", async (path) => {
    const { page } = await openPage(1280, path);
    const cut = await page.$$eval(".vp-doc pre, .VPSidebarItem .text", (found) =>
      found
        .filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth)
        .map(({ textContent }) => textContent),
    );
    expect(cut).toEqual([]);
    await page.close();
  });

  it("shows programs next to the text, and remembers the chosen kind", async () => {
    const { page, complaints } = await openPage(1440, "/generated/docs/sdks/domains/");
    const box = (selector: string) => page.locator(selector).first().boundingBox();
    const text = await box(".operation .text");
    const code = await box(".operation .code");
    expect((code?.x ?? 0) - (text?.x ?? 0)).toBeGreaterThan(text?.width ?? Infinity);
    await page.locator(".operation label", { hasText: "Function" }).first().click();
    await page.reload({ waitUntil: "networkidle" });
    expect(await page.locator(".programs .active").allTextContents()).toEqual([
      expect.stringContaining("listDomains(clerk)"),
      expect.stringContaining("addDomain(clerk"),
      expect.stringContaining("deleteDomain(clerk"),
      expect.stringContaining("updateDomain(clerk"),
    ]);
    expect(complaints).toEqual([]);
    await page.close();
  });

  it("shows the answers of each status as tabs", async () => {
    const { page } = await openPage(1440, "/generated/docs/sdks/domains/");
    const answers = page.locator(".answers").last();
    expect(await answers.locator(".tabs").innerText()).toMatch(/^Response\s+200\s+400, 404, 422$/);
    await answers.locator("label").last().click();
    expect(await answers.locator(".active").textContent()).toContain('"errors"');
    await page.close();
  });

  it("expands a long answer", async () => {
    const { page } = await openPage(1440, "/generated/docs/sdks/domains/");
    const code = page.locator(".answers pre").first();
    const isCut = () => code.evaluate((pre) => pre.scrollHeight > pre.clientHeight);
    expect(await isCut()).toBe(true);
    await page.locator(".expand-code").first().press("Enter");
    expect(await isCut()).toBe(false);
    expect(await page.locator(".expand-code").first().textContent()).toBe("Collapse");
    await page.close();
  });

  it("lists and titles operations by their summaries", async () => {
    const { page } = await openPage(1440, "/generated/docs/sdks/domains/");
    expect(await page.innerText("h2#add")).toMatch(/^Add a domain\s+add/);
    expect(await page.locator(".VPSidebarItem a[href$='#add']").innerText()).toMatch(
      /^POST\s+Add a domain$/,
    );
    await page.close();
  });

  it("scrolls below the bar at the top if a script sets the address", async () => {
    const { page } = await openPage(1440, "/generated/docs/sdks/domains/");
    await page.evaluate("location.hash = '#update'");
    const bar = await page.locator(".VPNavBar").boundingBox();
    await page.waitForFunction(
      "document.getElementById('update').getBoundingClientRect().top < 200",
    );
    const title = await page.locator("h2#update").boundingBox();
    expect(title?.y).toBeGreaterThan(bar?.height ?? Infinity);
    await page.close();
  });

  it("shows the resource, the method and path, and the summary of an operation in the search", async () => {
    const { page } = await openPage(1280, "/generated/docs/");
    await page.keyboard.press("Control+k");
    await page.fill(".VPLocalSearchBox input", "create domain");
    await page.waitForSelector(".VPLocalSearchBox .result .path");
    expect(await page.locator(".VPLocalSearchBox .result").first().innerText()).toMatch(
      /Domains\s+add POST \/domains\s+Add a domain$/,
    );
    await page.close();
  });

  const kinds = [
    "/generated/",
    "/generated/docs/",
    "/generated/docs/sdks/domains/",
    "/generated/docs/models/domain",
    "/generated/docs/errors/",
    "/generated/docs/errors/clerkerrors",
    "/generated/docs/errors/sdkerror",
    "/generated/docs/guides/retries",
  ];

  it.each([390, 1440])("cuts no table at %i px", async (width) => {
    for (const path of [...kinds, "/generated/docs/guides/options"]) {
      const { page } = await openPage(width, path);
      const cut = await page.$$eval(".vp-doc .table", (tables) =>
        tables
          .filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth)
          .map(({ textContent }) => textContent),
      );
      expect(cut).toEqual([]);
      await page.close();
    }
  });

  const looks = [
    ["light", 1440],
    ["dark", 1440],
    ["light", 390],
    ["dark", 390],
  ] as const;

  it.each(looks)("is accessible in %s at %i px", async (colorScheme, width) => {
    const context = await browser.newContext({ colorScheme, viewport: { width, height: 900 } });
    const page = await context.newPage();
    for (const path of kinds) {
      await page.goto(site.url + path, { waitUntil: "load" });
      expect([path, await violationsOn(page)]).toEqual([path, []]);
    }
    await page.click(".DocSearch-Button");
    await page.fill(".VPLocalSearchBox input", "satellite");
    await page.waitForSelector(".VPLocalSearchBox .result");
    await page.keyboard.press("ArrowDown");
    expect(["search", await violationsOn(page)]).toEqual(["search", []]);
    await context.close();
  });

  it("opens the search, a tab and a field by the keyboard alone", async () => {
    const { page, complaints } = await openPage(1440, "/generated/docs/sdks/domains/");
    await page.locator(".operation input").first().focus();
    await page.keyboard.press("ArrowRight");
    expect(await page.locator(".operation .active").first().textContent()).toContain("listDomains");
    await page.keyboard.press("Control+k");
    await page.waitForSelector(".VPLocalSearchBox input:focus");
    await page.keyboard.type("domain_id");
    await page.waitForSelector(".VPLocalSearchBox .result");
    await page.keyboard.press("Enter");
    await page.waitForURL("**/generated/docs/**#**");
    expect(complaints).toEqual([]);
    await page.close();
  });

  it("shows where a page is", async () => {
    const { page } = await openPage(1280, "/generated/docs/models/domain");
    expect(await page.innerText(".breadcrumbs")).toBe("Reference / Models / Domain");
    await page.click(".breadcrumbs >> text=Models");
    await page.waitForURL("**/generated/docs/#models");
    await page.close();
  });

  it("suggests pages for a wrong address", async () => {
    const { page } = await openPage(1280, "/generated/docs/models/domian.html");
    await page.waitForSelector(".not-found li");
    expect(await page.locator(".not-found li a").first().getAttribute("href")).toBe(
      "/generated/docs/models/domain",
    );
    await page.close();
  });

  it("loads a page without others that it links to", async () => {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    const pages: string[] = [];
    page.on("request", (request) => pages.push(...(request.url().match(/\/[^/]+\.md\..*$/) ?? [])));
    await page.goto(`${site.url}/generated/docs/`, { waitUntil: "networkidle" });
    expect(pages.filter((path) => !path.startsWith("/generated_docs_index.md"))).toEqual([]);
    await page.close();
  });

  it("prints programs and answers without the navigation", async () => {
    const { page } = await openPage(1280, "/generated/docs/sdks/domains/");
    await page.emulateMedia({ media: "print" });
    for (const hidden of [".VPNav", ".VPSidebar", ".page-actions", ".breadcrumbs"]) {
      expect([hidden, await page.locator(hidden).first().isVisible()]).toEqual([hidden, false]);
    }
    const programs = page.locator(".operation >> nth=0 >> .blocks > div");
    expect(await programs.count()).toBeGreaterThan(2);
    expect(await programs.filter({ visible: false }).count()).toBe(0);
    await page.close();
  });

  it("has an anchor for each parameter and status", async () => {
    const { page } = await openPage(1440, "/generated/docs/sdks/domains/#update.proxy_url");
    expect(await page.locator("[id='update.proxy_url'] td").first().textContent()).toBe(
      "proxy_url",
    );
    expect(await page.locator("[id='update.404']").count()).toBe(1);
    await page.close();
  });

  it("publishes the Markdown of each page, and lists whose links work", async () => {
    for (const list of ["/llms.txt", "/generated/docs/llms.txt"]) {
      const text = await (await fetch(site.url + list)).text();
      const links = [...text.matchAll(/\]\((?!https?:)([^)#]+)/g)].map(([, link = ""]) => link);
      expect(links.length).toBeGreaterThan(20);
      for (const link of links) {
        const { status } = await fetch(new URL(link, site.url + list));
        expect([link, status]).toEqual([link, 200]);
      }
    }
  });

  it("opens its menu on a phone, with the guides and the operations of each resource", async () => {
    const { page, complaints } = await openPage(390, "/generated/docs/");
    await page.click(".VPLocalNav .menu");
    await page.click(".VPSidebar.open a >> text=Retries");
    await page.waitForURL("**/generated/docs/guides/retries*");
    expect(complaints).toEqual([]);
    await page.close();
  });

  it.each([
    "/",
    "/generated/docs/",
    "/generated/docs/errors/",
    "/generated/docs/guides/options",
    "/generated/docs/models/domain",
    "/generated/docs/sdks/domains/",
  ])("fits a phone: %s", async (path) => {
    const { page } = await openPage(390, path);
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow).toBe(0);
    await page.close();
  });
});
