import { existsSync, readFileSync, statSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join } from "node:path";
import { decoded } from "../../generator/text.js";

const types: Readonly<Record<string, string>> = {
  ".css": "text/css",
  ".html": "text/html",
  ".js": "text/javascript",
  ".json": "application/json",
};

/** A folder of files on 127.0.0.1, as a host for static pages serves it. */
export async function serve(folder: string) {
  const server = createServer((request, response) => {
    const path = decoded(new URL(request.url ?? "/", "http://localhost").pathname);
    const file = [path, join(path, "index.html"), `${path}.html`]
      .map((each) => join(folder, each))
      .find((each) => existsSync(each) && statSync(each).isFile());
    if (file === undefined) {
      const missing = join(folder, "404.html");
      response.writeHead(404, { "Content-Type": "text/html" });
      response.end(existsSync(missing) ? readFileSync(missing) : "");
      return;
    }
    response.writeHead(200, { "Content-Type": types[extname(file)] ?? "text/plain" });
    response.end(readFileSync(file));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  // The cast states what listening on a port guarantees.
  const { port } = server.address() as AddressInfo;
  const close = () => {
    server.closeAllConnections();
    server.close();
  };
  return { url: `http://127.0.0.1:${port}`, close };
}
