import { mkdirSync, writeFileSync } from "node:fs";
import { createServer, type RequestListener } from "node:http";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";
import { describe, expect, it, onTestFinished } from "vitest";
import {
  type Fetched,
  fetchText,
  limitsOf,
  readErrorText,
} from "../../../generator/read/input/fetch-text.js";
import { temporaryFolder } from "../../temporary-folder.js";

const nothing = Readable.from([]);

/** A server on the loopback interface, and its URL. */
async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  return typeof address === "object" && address ? `http://127.0.0.1:${address.port}/api.yaml` : "";
}

function problem(file: string, message: string): Fetched {
  const place = { file, line: 1, column: 1 };
  return { ok: false, problems: [{ severity: "error", pointer: "", message, ...place }] };
}

describe("a file", () => {
  it("is read as UTF-8, without the byte order mark", async () => {
    const file = join(temporaryFolder(), "api.yaml");
    writeFileSync(file, "\uFEFFtitle: Grüße");
    expect(await fetchText(file)).toEqual({
      ok: true,
      file,
      text: "title: Grüße",
      location: pathToFileURL(file).href,
    });
  });

  it("that is missing is one problem", async () => {
    const file = join(temporaryFolder(), "gone.yaml");
    const message = "there is no such file: check the path";
    expect(await fetchText(file)).toEqual(problem(file, message));
  });

  it("that is a folder is one problem", async () => {
    const file = join(temporaryFolder(), "folder");
    mkdirSync(file);
    const message = "this is a folder: name the document in it";
    expect(await fetchText(file)).toEqual(problem(file, message));
  });

  it("that is not UTF-8 is one problem", async () => {
    const file = join(temporaryFolder(), "latin.yaml");
    writeFileSync(file, Buffer.from([0x74, 0xfc]));
    const message = "this is not UTF-8 text: save the document uncompressed, as UTF-8";
    expect(await fetchText(file)).toEqual(problem(file, message));
  });

  it("that is too large is one problem", async () => {
    const file = join(temporaryFolder(), "large.yaml");
    writeFileSync(file, "x".repeat(101));
    const message = "this has more than 100 bytes: split the document";
    expect(await fetchText(file, nothing, limitsOf(100))).toEqual(problem(file, message));
  });
});

describe("standard input", () => {
  it("is read to its end", async () => {
    const stdin = Readable.from([Buffer.from("openapi: "), Buffer.from("3.1.0")]);
    expect(await fetchText("-", stdin)).toEqual({
      ok: true,
      file: "<stdin>",
      isPiped: true,
      text: "openapi: 3.1.0",
      location: pathToFileURL("-").href,
    });
  });
});

describe("a URL", () => {
  it("is fetched, following redirects", async () => {
    const url = await serve((request, response) => {
      if (request.url === "/api.yaml") response.writeHead(302, { location: "/moved.yaml" }).end();
      else response.end("openapi: 3.1.0");
    });
    const location = new URL("/moved.yaml", url).href;
    expect(await fetchText(url)).toEqual({ ok: true, file: url, text: "openapi: 3.1.0", location });
  });

  it("is not requested if it isn't allowed, even by a redirect", async () => {
    const asked: string[] = [];
    const url = await serve((request, response) => {
      asked.push(request.url ?? "");
      response.writeHead(302, { location: "/secret.yaml" }).end();
    });
    const refusal = ({ pathname }: URL) => (pathname === "/secret.yaml" ? "not there" : null);
    expect(await fetchText(url, nothing, limitsOf(), refusal)).toEqual(problem(url, "not there"));
    expect(asked).toEqual(["/api.yaml"]);
  });

  it("that redirects without end is one problem", async () => {
    const url = await serve((_, response) => response.writeHead(302, { location: "/b" }).end());
    const message = "the server redirects more than 5 times: check the URL";
    expect(await fetchText(url)).toEqual(problem(url, message));
  });

  it("that answers an error status is one problem", async () => {
    const url = await serve((_, response) => response.writeHead(404).end("<h1>no</h1>"));
    expect(await fetchText(url)).toEqual(
      problem(url, "the server responded with 404 Not Found: check the URL"),
    );
  });

  it("without a server is one problem", async () => {
    const url = "http://127.0.0.1:9/api.yaml";
    const fetched = await fetchText(url);
    expect(fetched.ok).toBe(false);
    expect(fetched).toMatchObject({ problems: [{ file: url, line: 1, column: 1 }] });
  });

  it("whose server hangs up is one problem", async () => {
    const url = await serve((_, response) => {
      response.writeHead(200, { "content-length": "50" });
      response.write("openapi:", () => response.destroy());
    });
    const message = "the server closed the connection before the end: try again";
    expect(await fetchText(url)).toEqual(problem(url, message));
  });

  it("whose server never ends is a problem", async () => {
    const url = await serve((_, response) => void response.write("openapi:"));
    const message = "the server took too long: try again, or download the document first";
    expect(await fetchText(url, nothing, limitsOf(100, 50))).toEqual(problem(url, message));
  });

  it("with a response that is too large is a problem", async () => {
    const url = await serve((_, response) => response.end("x".repeat(101)));
    const message = "this has more than 100 bytes: split the document";
    expect(await fetchText(url, nothing, limitsOf(100))).toEqual(problem(url, message));
  });

  it("that sends a little again and again is a problem", async () => {
    const url = await serve((_, response) => {
      const timer = setInterval(() => response.write("a"), 5);
      response.on("close", () => clearInterval(timer));
    });
    const message = "the server took too long: try again, or download the document first";
    expect(await fetchText(url, nothing, limitsOf(10_000_000, 50))).toEqual(problem(url, message));
  });

  it("with slow redirects has one time limit in all", async () => {
    const url = await serve((request, response) => {
      const location = `${request.url}a`;
      setTimeout(() => response.writeHead(302, { location }).end(), 40);
    });
    const message = "the server took too long: try again, or download the document first";
    expect(await fetchText(url, nothing, limitsOf(100, 100))).toEqual(problem(url, message));
  });

  it("with a small response that unpacks to a large one is a problem", async () => {
    const url = await serve((_, response) => {
      response.writeHead(200, { "content-encoding": "gzip" });
      response.end(gzipSync("x".repeat(1_000_000)));
    });
    const message = "this has more than 100,000 bytes: split the document";
    expect(await fetchText(url, nothing, limitsOf(100_000))).toEqual(problem(url, message));
  });

  it("with a password is not fetched, and the password isn't printed", async () => {
    const message =
      "a URL with a user name or password is not fetched: download the document first";
    expect(await fetchText("https://me:secret@example.com/api.yaml")).toEqual(
      problem("https://example.com/api.yaml", message),
    );
  });
});

it.each([
  ["ENOENT", "there is no such file: check the path"],
  ["EISDIR", "this is a folder: name the document in it"],
  ["EACCES", "this file may not be read: check its permissions"],
])("tells what the system calls %s", (code, want) => {
  const thrown = Object.assign(new Error(`${code}: it failed`), { code });
  expect(readErrorText(thrown)).toBe(want);
});

it("finds the reason in the cause", () => {
  const refused = Object.assign(new Error("connect"), { code: "ECONNREFUSED" });
  expect(readErrorText(new TypeError("fetch failed", { cause: refused }))).toBe(
    "the connection was refused: check the host and the port of the URL",
  );
});

it("reports an unknown reason unchanged, in one line", () => {
  const cause = new Error("self-signed\n  certificate");
  expect(readErrorText(new TypeError("fetch failed", { cause }))).toBe(
    "this can't be read: self-signed certificate",
  );
});

it("uses values that aren't errors unchanged", () => {
  expect(readErrorText("no")).toBe("this can't be read: no");
});
