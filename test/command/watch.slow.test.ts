import { spawn } from "node:child_process";
import { cpSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, expect, it } from "vitest";
import { root } from "../imports.js";
import { startSdkwright } from "../process.js";
import { temporaryFolder } from "../temporary-folder.js";

const document = `openapi: 3.1.0
info: { title: Pets, version: 1.2.0 }
paths:
  /pets:
    get: { operationId: listPets, tags: [pets], responses: { "200": { $ref: "all.yaml#/All" } } }
`;

let end = () => {};
afterEach(() => end());

/** Starts the command in a folder, and waits for what it prints, each time from where it was before. */
function started(folder: string, args: readonly string[], program = root) {
  const command = [join(program, "dist/cli.js"), "generate", ...args, "--watch"];
  const child = spawn(process.execPath, command, { cwd: folder });
  end = () => child.kill();
  // Which of the two comes first is not said.
  const printed = { stdout: "", stderr: "" };
  const streams = ["stdout", "stderr"] as const;
  let tell = () => {};
  for (const name of streams) {
    child[name].on("data", (text) => {
      printed[name] += text;
      tell();
    });
  }
  return async (expected: string): Promise<void> => {
    for (;;) {
      const name = streams.find((stream) => printed[stream].includes(expected));
      if (name !== undefined) {
        const text = printed[name];
        printed[name] = text.slice(text.indexOf(expected) + expected.length);
        return;
      }
      await new Promise<void>((resolve) => {
        tell = resolve;
      });
    }
  };
}

function folderWith(files: Readonly<Record<string, string>>): string {
  const folder = temporaryFolder();
  for (const [path, text] of Object.entries(files)) writeFileSync(join(folder, path), text);
  return folder;
}

it("runs again when a document, what it refers to, an overlay or the configuration is saved", async () => {
  const folder = folderWith({
    "pets.yaml": document,
    "all.yaml": "All: { description: All of them. }\n",
    "overlay.yaml": 'overlay: 1.0.0\ninfo: { title: O, version: "1" }\nactions: []\n',
    "sdkwright.json": '{ "input": "pets.yaml", "output": "out", "overlays": ["overlay.yaml"] }',
  });
  const printed = started(folder, []);
  await printed("out was written: ");
  writeFileSync(join(folder, "pets.yaml"), document.replace("listPets", "allPets"));
  await printed("pets.yaml changed\nout was written: ");
  await printed("\n  changed   src/operations/pets.ts\n");
  expect(readFileSync(join(folder, "out/src/operations/pets.ts"), "utf8")).toContain("allPets(");
  writeFileSync(join(folder, "all.yaml"), "All: { description: Every one. }\n");
  await printed("all.yaml changed\nout was written: ");
  const update = "actions: [{ target: $.info, update: { title: Cats } }]";
  writeFileSync(
    join(folder, "overlay.yaml"),
    `overlay: 1.0.0\ninfo: { title: O, version: "1" }\n${update}\n`,
  );
  await printed("overlay.yaml changed\nout was written: ");
  expect(readFileSync(join(folder, "out/package.json"), "utf8")).toContain('"name": "cats"');
  writeFileSync(join(folder, "sdkwright.json"), '{ "input": "pets.yaml", "output": "new" }');
  await printed("sdkwright.json changed\nnew was written: ");
});

it("runs again when a kept file of the output or a template is saved", async () => {
  const program = temporaryFolder();
  for (const part of ["dist", "templates", "package.json"]) {
    cpSync(join(root, part), join(program, part), { recursive: true });
  }
  symlinkSync(join(root, "node_modules"), join(program, "node_modules"));
  const folder = folderWith({ "pets.yaml": document, "all.yaml": "All: { description: All. }\n" });
  const printed = started(folder, ["pets.yaml", "--output", "out"], program);
  await printed("out was written: ");
  writeFileSync(join(folder, "out/.sdkwrightignore"), "/README.md\n");
  await printed("out/.sdkwrightignore changed\nout was written: 0 added, 1 changed, 0 removed\n");
  const template = join(program, "templates/docs/operation.hbs");
  writeFileSync(template, `${readFileSync(template, "utf8")}Made with care.\n`);
  await printed("operation.hbs changed\nout was written: ");
  const page = readFileSync(join(folder, "out/docs/sdks/pets/README.md"), "utf8");
  expect(page).toContain("Made with care.");
});

it("lists the files that changed if several are saved at once", async () => {
  const folder = folderWith({ "pets.yaml": document, "all.yaml": "All: { description: All. }\n" });
  const printed = started(folder, ["pets.yaml", "--output", "out"]);
  await printed("out was written: ");
  writeFileSync(join(folder, "all.yaml"), "All: { description: Every one. }\n");
  writeFileSync(join(folder, "pets.yaml"), document.replace("listPets", "allPets"));
  await printed("pets.yaml changed\nall.yaml changed\nout was written: ");
});

it("keeps the output while a document is broken or missing, and continues when it is back", async () => {
  const folder = folderWith({ "pets.yaml": document, "all.yaml": "All: { description: All. }\n" });
  const printed = started(folder, ["pets.yaml", "--output", "out"]);
  await printed("out was written: ");
  const before = readFileSync(join(folder, "out/src/operations/pets.ts"), "utf8");
  writeFileSync(join(folder, "pets.yaml"), "openapi: [");
  await printed("pets.yaml:1:11 error ");
  await printed("nothing was written");
  expect(readFileSync(join(folder, "out/src/operations/pets.ts"), "utf8")).toBe(before);
  rmSync(join(folder, "pets.yaml"));
  await printed("nothing was written");
  // As many editors save: another file takes the place.
  writeFileSync(join(folder, "pets.yaml~"), document.replace("listPets", "allPets"));
  renameSync(join(folder, "pets.yaml~"), join(folder, "pets.yaml"));
  await printed("pets.yaml changed\nout was written: ");
  expect(readFileSync(join(folder, "out/src/operations/pets.ts"), "utf8")).toContain("allPets(");
});

it("is not for standard input", async () => {
  const run = await startSdkwright(temporaryFolder(), ["generate", "-", "--watch"], document);
  expect(run.code).toBe(2);
  expect(run.stderr).toContain("standard input can't be watched");
});

it("is not for URLs alone", async () => {
  const run = await startSdkwright(temporaryFolder(), [
    "generate",
    "https://a.example/b.yaml",
    "--watch",
  ]);
  expect(run.code).toBe(2);
  expect(run.stderr).toContain("a URL can't be watched");
});
