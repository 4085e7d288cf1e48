import type { JsonObject } from "../../generator/read/document/document.js";
import { failuresOf } from "../derived-server/answers.js";
import { sentPath } from "../derived-server/routes.js";
import { type DerivedServer, startDerivedServer } from "../derived-server/server.js";
import type { Verdict } from "../derived-server/verdict.js";
import type { Program } from "./compile.js";
import { type Run, runProgram } from "./run-program.js";

/** A program that doesn't do what its page says. */
export interface Failing {
  /** The page and the count on it. */
  readonly name: string;
  readonly fault: string;
}

interface JudgedRun extends Run {
  readonly verdicts: readonly Verdict[];
}

/**
 * Runs programs against a server that is made from the document: each has to send what is documented,
 * and those that look at failures have to see the documented ones.
 */
export async function failingPrograms(
  programs: readonly Program[],
  document: JsonObject,
): Promise<Failing[]> {
  const server = await startDerivedServer(document);
  const failing: Failing[] = [];
  try {
    for (const program of programs) {
      const fault = await faultOf(program, server, document).catch(String);
      if (fault !== null) failing.push({ name: program.name, fault });
    }
  } finally {
    await server.close();
  }
  return failing;
}

async function faultOf(
  program: Program,
  server: DerivedServer,
  document: JsonObject,
): Promise<string | null> {
  // No fetch sends a TRACE: what it would send can't be seen.
  if (program.method === "trace") return null;
  const first = await runOf(program, server, null);
  const refused = first.verdicts.flatMap(({ faults }) => faults);
  if (refused.length > 0) return refused.join("; ");
  if (first.thrown !== null) return first.thrown;
  if (first.told.length > 0) return `fails: ${first.told.map(String).join(" ")}`;
  if (program.code.includes("receiver.sign(")) return receiverFault(first);
  if (program.operationId === null) return null;
  const route = first.verdicts.find(
    ({ route: each }) => each?.method === program.method && isSent(program, each.path),
  )?.route;
  if (!route) return "doesn't call the operation that its marker names";
  if (!program.code.includes(".result()") || isOfOtherKind(program.code)) return null;
  const cases = [...program.code.matchAll(/case (\d+):/g)].map(([, status]) => Number(status));
  const documented = failuresOf(document, route);
  return cases.length > 0
    ? unseen(cases, await toldOf(program, server, cases))
    : anyOf(documented, await toldOf(program, server, documented));
}

/** A program that receives a signed example prints the event, then the status of its response. */
function receiverFault({ printed }: Run): string | null {
  const [event, status, ...more] = printed;
  const isReceived = typeof event === "object" && status === 204 && more.length === 0;
  return isReceived ? null : `receives no event: ${printed.map(String).join(" ")}`;
}

/** Operations that only the part behind a # tells apart are one URL. */
function isSent({ path }: Program, other: string): boolean {
  return path !== null && sentPath(path) === sentPath(other);
}

/** What happens without an answer isn't up to the server. */
function isOfOtherKind(code: string): boolean {
  return /\.kind === "/.test(code);
}

/** The statuses of which a program tells. */
async function toldOf(program: Program, server: DerivedServer, statuses: readonly number[]) {
  const told: number[] = [];
  for (const status of new Set(statuses)) {
    const run = await runOf(program, server, status);
    if (run.thrown === null && run.told.length > 0) told.push(status);
  }
  return told;
}

function unseen(statuses: readonly number[], told: readonly number[]): string | null {
  const silent = statuses.filter((status) => !told.includes(status));
  return silent.length === 0 ? null : `says nothing of ${silent.join(", ")}`;
}

function anyOf(statuses: readonly number[], told: readonly number[]): string | null {
  return told.length > 0 ? null : `says nothing of any of ${statuses.join(", ")}`;
}

async function runOf(
  program: Program,
  server: DerivedServer,
  status: number | null,
): Promise<JudgedRun> {
  server.answerWith(status);
  server.verdicts();
  const run = await runProgram(program, (input, init) => server.fetch(new Request(input), init));
  return { ...run, verdicts: server.verdicts() };
}
