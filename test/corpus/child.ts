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
}

/** Run before anything else in the child: tells the parent, by a pipe of its own, what was held. */
const tellPeak = `data:text/javascript,${encodeURIComponent(
  'import{writeSync}from"node:fs";process.on("exit",()=>writeSync(3,process.resourceUsage().maxRSS+" "))',
)}`;

/** Runs a program for Node in a process of its own, and stops it at the limits. */
export function runNode(args: readonly string[], cwd: string, limits: Limits): Promise<Ending> {
  const started = performance.now();
  const heap = `--max-old-space-size=${limits.megabytes}`;
  const child = spawn(process.execPath, [heap, "--import", tellPeak, ...args], {
    cwd,
    stdio: ["ignore", "pipe", "pipe", "pipe"],
  });
  const [output, complaints, peaks] = [
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
      const kilobytes = Math.max(0, ...peaks().split(" ").map(Number));
      resolve({
        code,
        isOverTime,
        output: output(),
        complaints: complaints(),
        seconds: (performance.now() - started) / 1000,
        peak: kilobytes === 0 ? null : kilobytes / 1024,
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
