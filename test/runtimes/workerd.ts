import { spawn } from "node:child_process";
import { writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { createInterface } from "node:readline";
import { Readable } from "node:stream";
import { built } from "./folders.js";
import type { Place } from "./suite/case.js";
import type { Outcome } from "./suite/suite.js";

const require = createRequire(import.meta.url);

const config = `using Workerd = import "/workerd/workerd.capnp";

const config :Workerd.Config = (
  services = [(name = "suite", worker = (
    modules = [(name = "worker.js", esModule = embed "worker.js")],
    compatibilityDate = "2026-01-01",
  ))],
  sockets = [(name = "http", address = "127.0.0.1:0", http = (), service = "suite")],
);
`;

/** Runs the cases of `worker.ts` in a Worker, with the server that Cloudflare runs. */
export async function suiteOnWorkerd(place: Place): Promise<Outcome[]> {
  const file = join(built, "workerd.capnp");
  writeFileSync(file, config);
  const folder = dirname(require.resolve("@cloudflare/workerd-linux-64/package.json"));
  const child = spawn(join(folder, "bin/workerd"), ["serve", file, "--control-fd=3"], {
    stdio: ["ignore", "inherit", "inherit", "pipe"],
  });
  try {
    const port = await portOf(child.stdio[3]);
    const body = JSON.stringify(place);
    const response = await fetch(`http://127.0.0.1:${port}/`, { method: "POST", body });
    // The cast states what the worker writes.
    return (await response.json()) as Outcome[];
  } finally {
    child.kill();
  }
}

/** The port in the first line that workerd writes: `{"event":"listen","socket":"http","port":…}`. */
async function portOf(control: unknown): Promise<number> {
  if (!(control instanceof Readable)) throw new Error("workerd has no control pipe");
  for await (const line of createInterface(control)) {
    const port = /"port":(\d+)/.exec(line)?.[1];
    if (port !== undefined) return Number(port);
  }
  throw new Error("workerd ended before it listened");
}
