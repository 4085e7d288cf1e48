import { spawn } from "node:child_process";
import { once } from "node:events";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { bundleOf } from "./bundles.js";
import { costOf, inTurn, median } from "./cost.js";
import { type Measured, port } from "./documents.js";
import { bench, node, root, work } from "./folders.js";
import { type Generator, generators, ours } from "./peers.js";
import { amount, ratio, table } from "./table.js";

interface Caller {
  readonly generator: Generator | null;
  readonly name: string;
  readonly bundle: string;
}

/** What a call costs above `fetch` and `res.json()` alone, and how many a second a server here answers. */
export async function calls(domains: Measured, rounds: number): Promise<string> {
  const callers = [
    plainFetch(),
    ...generators.flatMap((generator) => callerOf(generator, domains)),
  ];
  const stub = inTurn(rounds, callers, ({ bundle }) => measured(bundle, "stub"));
  const loopback = await withServer(() =>
    inTurn(rounds, callers, ({ bundle }) => measured(bundle, "loopback")),
  );
  const plain = median(stub.get(callers[0] ?? plainFetch()) ?? []);
  const above = (caller: Caller | undefined) =>
    caller ? median(stub.get(caller) ?? []) - plain : null;
  const own = callers.find(({ generator }) => generator === ours);
  const rows = callers.map((caller) => [
    caller.name,
    amount(median(stub.get(caller) ?? []), 1),
    caller.generator ? amount(above(caller) ?? Number.NaN, 1) : "",
    caller.generator ? ratio(above(own), above(caller)) : "",
    amount(median(loopback.get(caller) ?? []), 0),
  ]);
  return table(
    ["", "CPU µs a call", "above plain fetch", "ours ÷ it", "Calls a second on loopback"],
    rows,
  );
}

async function withServer<Result>(task: () => Result): Promise<Result> {
  const program = join(root, "node_modules/.cache/bench/test/bench/server.js");
  const server = spawn(node, [program], { stdio: ["ignore", "pipe", "inherit"] });
  try {
    await once(server.stdout, "data");
    return task();
  } finally {
    server.kill();
  }
}

function plainFetch(): Caller {
  const bundle = join(work, "plain.mjs");
  const url = `http://127.0.0.1:${port}/domains`;
  writeFileSync(
    bundle,
    `const headers = { authorization: "Bearer sk_test" };
export const call = async () => (await fetch("${url}", { headers })).json();\n`,
  );
  return { generator: null, name: "fetch and res.json()", bundle };
}

function callerOf(generator: Generator, domains: Measured): Caller[] {
  const bundle = bundleOf(generator, domains, "one", ["--platform=node"]);
  return bundle === null ? [] : [{ generator, name: generator.name, bundle }];
}

/** Not a number where the client can't be called that way: orval's knows no server but the page's own. */
function measured(bundle: string, way: string): number {
  const program = join(root, "node_modules/.cache/bench/test/bench/caller.js");
  const { output, isDone } = costOf([node, program, bundle, way], bench);
  return isDone ? Number(output) : Number.NaN;
}
