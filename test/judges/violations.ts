import { read } from "../../generator/read/read.js";
import { snippets } from "../generated/snippets.js";
import { compiled, type Program } from "../snippets/compile.js";
import { runProgram } from "../snippets/run-program.js";
import { emitted } from "./emitted.js";
import { compiler } from "./folders.js";
import type { Judge } from "./judges.js";
import { type Session, startSession } from "./session.js";

/** The programs on the pages of a document's package, compiled. */
export async function programsOf(name: string, document: string): Promise<Program[]> {
  const sdk = emitted(name, document);
  const called = snippets(sdk).filter(({ operationId }) => operationId !== null);
  const { programs, complaints } = await compiled(called, {
    sdk,
    scratch: `${sdk}.programs`,
    compiler,
  });
  if (complaints.length > 0) throw new Error(complaints.join("\n"));
  // No `fetch` sends a TRACE.
  return programs.filter(({ method }) => method !== "trace");
}

/**
 * Runs programs against a judge, and returns a line for each request that it refuses and for each of
 * its answers that a program can't read.
 */
export async function violationsOf(
  programs: readonly Program[],
  file: string,
  judge: Judge,
): Promise<string[]> {
  const reading = await read(file);
  if (!reading.ok) throw new Error(`${file} can't be read`);
  const session = await startSession(judge, file, reading.source.document);
  const violations = new Set<string>();
  try {
    for (const program of programs) {
      const fault = await faultOf(program, session);
      if (fault) violations.add(`${program.method.toUpperCase()} ${program.path}: ${fault}`);
    }
  } finally {
    session.close();
  }
  return [...violations];
}

async function faultOf(program: Program, session: Session): Promise<string | null> {
  const { fetch, verdicts } = session.forProgram();
  const { thrown } = await runProgram(program, fetch);
  const refused = verdicts.find(({ violation }) => violation !== null)?.violation ?? null;
  const isAnswered = verdicts.every(({ isAnswer }) => isAnswer);
  return isAnswered && refused === null ? thrown : refused;
}
