import { existsSync } from "node:fs";
import { type Browser, chromium, type Page } from "playwright-core";

const programs = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

/** The browser of this machine, which requests only what a page needs. */
export function startBrowser(): Promise<Browser> {
  const executablePath = process.env["CHROMIUM"] ?? programs.find((path) => existsSync(path));
  if (executablePath === undefined)
    throw new Error("install Chromium, or say where it is: CHROMIUM");
  return chromium.launch({
    executablePath,
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
}

/** What goes wrong on a page while it is used: errors on its console, requests to other hosts. */
export function complaintsOf(page: Page, home: string): string[] {
  const complaints: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(`console: ${message.text()}`);
  });
  page.on("pageerror", (error) => complaints.push(`page: ${error.message}`));
  page.on("dialog", (dialog) => {
    complaints.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on("request", (request) => {
    const url = request.url();
    if (!url.startsWith(home) && !url.startsWith("data:")) complaints.push(`request: ${url}`);
  });
  return complaints;
}

/** Every page that links lead to from the first one, and the links that lead nowhere. */
export async function walk(page: Page, home: string, first: string) {
  const visited: string[] = [];
  const dead: string[] = [];
  const anchors = new Map<string, readonly string[]>();
  const wanted: (readonly [from: string, path: string, anchor: string])[] = [];
  const waiting = [first];
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    if (visited.includes(path)) continue;
    visited.push(path);
    // A browser that shows a text asks for an icon.
    if (path.endsWith(".md")) {
      if (!(await page.request.get(home + path)).ok()) dead.push(path);
      continue;
    }
    const response = await page.goto(home + path, { waitUntil: "load" });
    if (response?.status() !== 200) {
      dead.push(path);
      continue;
    }
    anchors.set(path, await page.$$eval("[id]", (found) => found.map(({ id }) => id)));
    for (const href of await page.$$eval("a[href]", hrefsOf)) {
      const url = new URL(href);
      if (url.origin !== home) continue;
      wanted.push([path, url.pathname, decodeURIComponent(url.hash.slice(1))]);
      waiting.push(url.pathname);
    }
  }
  for (const [from, path, anchor] of wanted) {
    if (anchor !== "" && !anchors.get(path)?.includes(anchor))
      dead.push(`${from} > ${path}#${anchor}`);
  }
  return { visited: visited.sort(), dead };
}

function hrefsOf(links: Element[]): string[] {
  return links.flatMap((link) => (link instanceof HTMLAnchorElement ? [link.href] : []));
}
