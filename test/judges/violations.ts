import type { JsonObject } from "../../generator/read/document/document.js";
import { read } from "../../generator/read/read.js";
import { emptied } from "../derived-server/answers.js";
import { tokenURLs } from "../derived-server/security.js";
import { snippets } from "../generated/snippets.js";
import { compiled, type Program } from "../snippets/compile.js";
import { runProgram } from "../snippets/run-program.js";
import { emitted } from "./emitted.js";
import { compiler } from "./folders.js";
import type { Judge, Verdict } from "./judges.js";
import type { Server } from "./server.js";

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
  const server = await judge.start(file);
  const violations = new Set<string>();
  try {
    for (const program of programs) {
      const fault = await faultOf(program, reading.source.document, judge, server);
      if (fault) violations.add(`${program.method.toUpperCase()} ${program.path}: ${fault}`);
    }
  } finally {
    server.close();
  }
  return [...violations];
}

async function faultOf(
  program: Program,
  document: JsonObject,
  judge: Judge,
  server: Server,
): Promise<string | null> {
  const send = fetch;
  const tokens = tokenURLs(document);
  const verdicts: Verdict[] = [];
  const { thrown } = await runProgram(program, async (input, init) => {
    const request = new Request(input, init);
    const { url, method } = request;
    if (tokens.some((token) => new URL(token, url).href === url)) return grantedToken();
    const target = judge.target(new URL(url), method, document);
    const response = await send(new Request(`${server.url}${target}`, request));
    verdicts.push(await judge.verdictIn(response.clone()));
    return verdicts.length < 3 ? response : withoutItems(response);
  });
  const refused = verdicts.find(({ violation }) => violation !== null)?.violation ?? null;
  const isAnswered = verdicts.every(({ isAnswer }) => isAnswer);
  return isAnswered && refused === null ? thrown : refused;
}

function grantedToken(): Response {
  return Response.json({ access_token: "token", token_type: "bearer", expires_in: 3600 });
}

/** Every list has two pages, or a program that walks them would never end. */
async function withoutItems(response: Response): Promise<Response> {
  if (!response.headers.get("content-type")?.includes("json")) return response;
  return Response.json(emptied(await response.json()), { status: response.status });
}
