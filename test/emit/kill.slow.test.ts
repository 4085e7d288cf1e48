import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, readdirSync, watch, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it, vi } from "vitest";
import { root } from "../imports.js";
import { startSdkwright } from "../process.js";
import { temporaryFolder } from "../temporary-folder.js";
import { plant, type Tree, treeAt } from "./tree.js";

const pets = `openapi: 3.1.0
info: { title: Pets, version: 1.2.0 }
paths:
  /pets: { get: { operationId: listPets, tags: [pets], responses: { "200": { description: All. } } } }
`;
const documents = { pets, cats: pets.replaceAll("pets", "cats").replaceAll("Pets", "Cats") };
const mine: Tree = { "notes.md": "mine", "node_modules/x.js": "x", "src/mine.ts": "mine" };

/** Ends a run with SIGKILL at the n-th thing that happens beside the folder; later than all is never. */
function killedAt(parent: string, name: string, moment: number): Promise<void> {
  return new Promise((resolve) => {
    const args = [join(root, "dist/cli.js"), "generate", `${name}.yaml`, "--output", "out"];
    const child: ChildProcess = spawn(process.execPath, args, { cwd: parent, stdio: "ignore" });
    let events = 0;
    const watcher = watch(parent, () => {
      events += 1;
      if (events === moment) child.kill("SIGKILL");
    });
    child.on("close", () => {
      watcher.close();
      resolve();
    });
  });
}

/** What of a folder was emitted from the document alone: the changelog also has what earlier runs wrote. */
function emittedIn(folder: string): Tree {
  const isEmitted = (path: string) => !(path in mine) && path !== "CHANGELOG.md";
  return Object.fromEntries(Object.entries(treeAt(folder)).filter(([path]) => isEmitted(path)));
}

/** The output folder; between the two renames, the old one beside it. */
function leftIn(parent: string): string {
  if (existsSync(join(parent, "out"))) return join(parent, "out");
  const backups = readdirSync(parent).filter((name) => name.endsWith(".old"));
  expect(backups).toHaveLength(1);
  return join(parent, ...backups);
}

// Each of these starts the command many times.
vi.setConfig({ testTimeout: 180_000 });

it("killed at any moment, the command leaves the old output or the new one, and loses no user's file", async () => {
  const parent = temporaryFolder();
  const folder = join(parent, "out");
  const whole: Record<string, Tree> = {};
  for (const [name, document] of Object.entries(documents)) {
    writeFileSync(join(parent, `${name}.yaml`), document);
    await startSdkwright(parent, ["generate", `${name}.yaml`, "--output", "out"]);
    whole[name] = emittedIn(folder);
  }
  plant(folder, mine);
  for (let moment = 1; moment <= 8; moment += 1) {
    await killedAt(parent, moment % 2 === 0 ? "cats" : "pets", moment);
    expect([whole["pets"], whole["cats"]]).toContainEqual(emittedIn(leftIn(parent)));
  }
  for (const name of ["pets", "cats"]) {
    expect(
      await startSdkwright(parent, ["generate", `${name}.yaml`, "--output", "out"]),
    ).toMatchObject({
      code: 0,
    });
    expect(emittedIn(folder)).toEqual(whole[name]);
    expect(treeAt(folder)).toMatchObject(mine);
  }
  expect(readdirSync(parent).sort()).toEqual(["cats.yaml", "out", "pets.yaml"]);
});

it("run several times at once, the command leaves one complete output", async () => {
  const parent = temporaryFolder();
  const folder = join(parent, "out");
  for (const [name, document] of Object.entries(documents)) {
    writeFileSync(join(parent, `${name}.yaml`), document);
  }
  plant(folder, mine);
  const names = ["pets", "cats", "pets", "cats"];
  const runs = names.map((name) =>
    startSdkwright(parent, ["generate", `${name}.yaml`, "--output", "out"]),
  );
  expect((await Promise.all(runs)).map(({ code, stderr }) => [code, stderr])).toEqual(
    names.map(() => [0, ""]),
  );
  const checks = Object.keys(documents).map((name) =>
    startSdkwright(parent, ["generate", `${name}.yaml`, "--output", "out", "--check"]),
  );
  expect((await Promise.all(checks)).map(({ code }) => code).sort()).toEqual([0, 3]);
  expect(treeAt(folder)).toMatchObject(mine);
  expect(readdirSync(parent).sort()).toEqual(["cats.yaml", "out", "pets.yaml"]);
});
