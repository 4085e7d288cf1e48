import { execFileSync, spawn } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { Readable } from "node:stream";
import { expect, it } from "vitest";
import { fetchText, limitsOf } from "../../../generator/read/input/fetch-text.js";
import { read } from "../../../generator/read/read.js";
import { noChanges } from "../../../generator/read/source.js";
import { startHost } from "../../references/host.js";
import { temporaryFolder } from "../../temporary-folder.js";
import { folderWith, linesOf, readIn } from "../folder.js";

const documentOf = ($ref: string) => ({
  openapi: "3.1.0",
  info: { title: "A", version: "1" },
  paths: {},
  components: { schemas: { A: { $ref } } },
});

function pipeIn(folder: string): string {
  const pipe = join(folder, "pipe.json");
  execFileSync("mkfifo", [pipe]);
  return pipe;
}

it("a pipe that has a writer is read", async () => {
  const pipe = pipeIn(temporaryFolder());
  const writer = spawn("sh", ["-c", `printf '{"a":1}' > "${pipe}"`]);
  const fetched = await fetchText(pipe);
  writer.kill();
  expect(fetched).toMatchObject({ ok: true, text: '{"a":1}' });
});

it("a pipe that isn't closed times out", async () => {
  const pipe = pipeIn(temporaryFolder());
  const writer = spawn("sh", ["-c", `exec 3> "${pipe}"; printf a >&3; sleep 60`]);
  const fetched = await fetchText(pipe, undefined, limitsOf(100, 500));
  writer.kill();
  expect(fetched).toMatchObject({ ok: false });
});

it("a pipe without a writer times out", async () => {
  expect(await fetchText(pipeIn(temporaryFolder()), undefined, limitsOf(100, 300))).toMatchObject({
    problems: [{ message: "this can't be read: this pipe was not closed within 0.3 seconds" }],
  });
});

it("a device can't be a document", async () => {
  expect(await fetchText("/dev/zero")).toMatchObject({
    problems: [{ message: expect.stringContaining("this is a device") }],
  });
});

it.each(["pipe.json", "/dev/zero"])(
  "a reference leads to no pipe and no device: %s",
  async (ref) => {
    const folder = folderWith({ "api.json": documentOf(ref) });
    pipeIn(folder);
    const reading = await readIn(folder, { allowedRefs: { folders: ["/dev"], hosts: [] } });
    expect(linesOf(reading, folder)).toEqual([
      `api.json:1:96 error \`$ref\` refers to "${ref}": this is a pipe or a device: refer to a file`,
    ]);
  },
);

it("a document on standard input refers only to allowed files", async () => {
  const folder = folderWith({ "a.json": { type: "string" } });
  const stdin = () =>
    Readable.from([Buffer.from(JSON.stringify(documentOf(join(folder, "a.json"))))]);
  expect(await read("-", stdin())).toMatchObject({
    ok: false,
    problems: [
      {
        message: expect.stringContaining(
          "a document on standard input can't refer to files: allow it with --allow-refs-from DIR",
        ),
      },
    ],
  });
  const allowedRefs = { folders: [folder], hosts: [] };
  expect(await read("-", stdin(), { ...noChanges, allowedRefs })).toMatchObject({ ok: true });
  const below = () => Readable.from([Buffer.from(JSON.stringify(documentOf("package.json")))]);
  expect(await read("-", below())).toMatchObject({ ok: false });
});

it("references to another host are not followed, unless it is allowed", async () => {
  const [host, other] = [await startHost(), await startHost()];
  host.redirects["/api.json"] = `${other.url}/api.json`;
  other.answers["/api.json"] = { openapi: "3.1.0", info: { title: "A", version: "1" }, paths: {} };
  const input = `${host.url}/api.json`;
  expect(await read(input)).toMatchObject({
    ok: false,
    problems: [
      {
        message: `the server redirects to ${other.url}: name that address, or allow it with --allow-remote-refs ${other.host}`,
      },
    ],
  });
  expect(other.asked).toEqual([]);
  const allowedRefs = { folders: [], hosts: [other.host] };
  expect(await read(input, undefined, { ...noChanges, allowedRefs })).toMatchObject({ ok: true });
});

it("a long list takes memory in proportion to its text", async () => {
  const folder = temporaryFolder();
  const zeros = `[${"0,".repeat(3_999_999)}0]`;
  writeFileSync(
    join(folder, "api.json"),
    `{"openapi":"3.1.0","info":{"title":"A","version":"1"},"paths":{},"x-big":${zeros}}`,
  );
  const before = process.memoryUsage().rss;
  expect(await readIn(folder)).toMatchObject({ ok: true });
  expect(process.memoryUsage().rss - before).toBeLessThan(250_000_000);
});
