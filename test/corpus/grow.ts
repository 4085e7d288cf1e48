import { mkdtempSync, writeFileSync } from "node:fs";
import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { runNode } from "./child.js";
import {
  chainedSchemas,
  type Grown,
  inheritedSchemas,
  manyOperations,
  nestedSchemas,
} from "./grown.js";

// Prints what documents cost that are ten times the size each; the cost must not grow faster.

const kinds: readonly (readonly [name: string, grown: Grown, sizes: readonly number[]])[] = [
  ["operations", manyOperations, [10, 100, 1_000, 10_000]],
  ["schemas in a chain", chainedSchemas, [10, 100, 1_000]],
  ["schemas of one another", inheritedSchemas, [10, 100, 1_000]],
  ["objects in objects", nestedSchemas, [10, 100, 1_000]],
];

const limits = { seconds: 540, megabytes: 4096 };
const folder = mkdtempSync(join(tmpdir(), "growth-"));
say("| Document | Size | KB | Seconds computed | ms per KB | Peak MB | |");
say("| --- | --- | --- | --- | --- | --- | --- |");
for (const [name, grown, sizes] of kinds) {
  for (const size of sizes) say(await rowFor(name, size, JSON.stringify(grown(size))));
}
await rm(folder, { recursive: true, force: true });

async function rowFor(name: string, size: number, text: string): Promise<string> {
  const file = join(folder, "document.json");
  const output = join(folder, `${name}-${size}`);
  writeFileSync(file, text);
  const args = [resolve("dist/cli.js"), "generate", file, "--output", output, "--no-cache"];
  const { code, busy, peak, complaints } = await runNode(args, folder, limits);
  await rm(output, { recursive: true, force: true });
  const kilobytes = text.length / 1024;
  const each = busy === null ? "" : ((busy * 1000) / kilobytes).toFixed(1);
  const failure = code === 0 ? "" : (complaints.trim().split("\n")[0] ?? "");
  const cells = [
    name,
    size,
    kilobytes.toFixed(0),
    busy?.toFixed(1),
    each,
    peak?.toFixed(0),
    failure,
  ];
  return `| ${cells.map((cell) => cell ?? "").join(" | ")} |`;
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
