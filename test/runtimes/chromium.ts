import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { startBrowser } from "../site/browser.js";
import { built } from "./folders.js";
import type { Place } from "./suite/case.js";
import type { LoadReport } from "./suite/load.js";
import type { Outcome } from "./suite/suite.js";

/** What page.ts and this file put into the page. */
type Window = typeof globalThis & {
  page: typeof import("./page.js").page;
  heapUsed: () => Promise<number>;
};

/** A page with the suite in it, of another origin than the control server. */
export interface SuitePage {
  readonly suite: (place: Place) => Promise<Outcome[]>;
  readonly load: (place: Place) => Promise<LoadReport>;
  /** What the page threw and no one caught, rejections included. */
  readonly uncaught: readonly string[];
  readonly close: () => Promise<void>;
}

export async function openSuitePage(): Promise<SuitePage> {
  const server = createServer(async (request, response) => {
    if (request.url === "/page.js") {
      response.setHeader("Content-Type", "text/javascript");
      return void response.end(await readFile(join(built, "page.js")));
    }
    response.setHeader("Content-Type", "text/html");
    response.end(
      '<!doctype html><title>Suite</title><script type="module" src="page.js"></script>',
    );
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  // The cast states what listening on a port guarantees.
  const { port } = server.address() as AddressInfo;
  const browser = await startBrowser();
  const page = await browser.newPage();
  const uncaught: string[] = [];
  page.on("pageerror", (error) => uncaught.push(error.message));
  const devtools = await page.context().newCDPSession(page);
  await page.exposeFunction("heapUsed", async () => {
    await devtools.send("HeapProfiler.collectGarbage");
    return (await devtools.send("Runtime.getHeapUsage")).usedSize;
  });
  await page.goto(`http://127.0.0.1:${port}/`);
  await page.waitForFunction("globalThis.page !== undefined");
  return {
    suite: (place) => page.evaluate((given) => (globalThis as Window).page.runSuite(given), place),
    load: (place) =>
      page.evaluate((given) => {
        const { page, heapUsed } = globalThis as Window;
        return page.runLoad(given, heapUsed);
      }, place),
    uncaught,
    close: async () => {
      await browser.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
