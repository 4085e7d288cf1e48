import { execFileSync, spawn } from "node:child_process";
import { join, resolve } from "node:path";
import { createInterface } from "node:readline";
import { here } from "./folders.js";

/** A server in a process of its own, on 127.0.0.1. */
export interface Server {
  readonly url: string;
  readonly close: () => void;
}

/** Node.js 24, which some of the programs need; it runs TypeScript as it is. */
const node = join(here, "node_modules/node-24/bin/node");

/** Runs a program of this folder, and prints what it says. */
export function execute(file: string, ...args: readonly string[]): void {
  execFileSync(node, ["--no-warnings", join(here, file), ...args], {
    cwd: here,
    stdio: ["ignore", process.stderr, process.stderr],
  });
}

/**
 * Starts a program that prints `listening on` or `listens on` and its URL.
 *
 * @throws if it ends before it listens; the message has what it printed.
 */
export async function startServer(file: string, args: readonly string[]): Promise<Server> {
  const child = spawn(node, ["--no-warnings", resolve(here, file), ...args], {
    stdio: ["ignore", "pipe", "inherit"],
    env: { ...process.env, NO_COLOR: "1" },
  });
  const printed: string[] = [];
  for await (const line of createInterface(child.stdout)) {
    printed.push(line);
    const url = /listen(?:ing|s) on (http:\/\/127\.0\.0\.1:\d+)/.exec(line)?.[1];
    if (url === undefined) continue;
    child.stdout.resume();
    return { url, close: () => child.kill() };
  }
  throw new Error(`${file} does not listen:\n${printed.join("\n")}`);
}
