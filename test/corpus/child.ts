import { spawn } from "node:child_process";

export interface Limits {
  readonly seconds: number;
  readonly megabytes: number;
}

/** How a child process ended. */
export interface Ending {
  /** `null` where it was stopped, or died of a signal. */
  readonly code: number | null;
  readonly isOverTime: boolean;
  readonly output: string;
  readonly complaints: string;
  readonly seconds: number;
  /** The most memory that it held, in megabytes; `null` where it didn't live to say so. */
  readonly peak: number | null;
  /** What it computed for, in seconds: a busy machine makes a program wait, and not compute. */
  readonly busy: number | null;
}

/** Runs first in the child, and reports to the parent over its own pipe what it used. */
const tellUsage = `data:text/javascript,${encodeURIComponent(
  `import { writeSync } from "node:fs";
  process.on("exit", () => {
    const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
    writeSync(3, maxRSS + " " + (userCPUTime + systemCPUTime) + " ");
  });`,
)}`;

/** Runs a program for Node in its own process, and stops it at the limits. */
export function runNode(args: readonly string[], cwd: string, limits: Limits): Promise<Ending> {
  const started = performance.now();
  const heap = `--max-old-space-size=${limits.megabytes}`;
  const child = spawn(process.execPath, [heap, "--import", tellUsage, ...args], {
    cwd,
    stdio: ["ignore", "pipe", "pipe", "pipe"],
  });
  const [output, complaints, usage] = [
    collected(child.stdio[1]),
    collected(child.stdio[2]),
    collected(child.stdio[3]),
  ];
  return new Promise((resolve, reject) => {
    let isOverTime = false;
    const timer = setTimeout(() => {
      isOverTime = true;
      child.kill("SIGKILL");
    }, limits.seconds * 1000);
    child.on("error", reject);
    child.on("close", (code) => {
      clearTimeout(timer);
      const [kilobytes, microseconds] = usage().trim().split(" ").map(Number);
      resolve({
        code,
        isOverTime,
        output: output(),
        complaints: complaints(),
        seconds: (performance.now() - started) / 1000,
        peak: kilobytes ? kilobytes / 1024 : null,
        busy: microseconds ? microseconds / 1_000_000 : null,
      });
    });
  });
}

/** What a pipe gave so far. */
function collected(pipe: unknown): () => string {
  const chunks: Buffer[] = [];
  // Each of the three pipes is asked for above, so it is there, and it is one to read from.
  (pipe as NodeJS.ReadableStream).on("data", (chunk: Buffer) => chunks.push(chunk));
  return () => Buffer.concat(chunks).toString("utf8");
}
