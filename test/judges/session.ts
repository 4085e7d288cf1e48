import type { JsonObject } from "../../generator/read/document/document.js";
import { emptied } from "../derived-server/answers.js";
import { tokenURLs } from "../derived-server/security.js";
import type { Judge, Verdict } from "./judges.js";

/** A judge at work on one document. */
export interface Session {
  /** A `fetch` for one program, and what the judge says of each of its requests. */
  readonly forProgram: () => { fetch: typeof fetch; verdicts: readonly Verdict[] };
  readonly close: () => void;
}

interface Judged {
  readonly response: Response;
  readonly verdict: Verdict;
}

/** Starts a judge. It sees each request once: several programs of a page send the same. */
export async function startSession(
  judge: Judge,
  file: string,
  document: JsonObject,
): Promise<Session> {
  // While a program runs, the global `fetch` is the one below.
  const send = fetch;
  const server = await judge.start(file);
  const targetOf = judge.targets(document);
  const tokens = tokenURLs(document);
  const seen = new Map<string, Judged>();
  const judged = async (request: Request): Promise<Judged> => {
    const { url, method, headers } = request;
    const body = request.body === null ? null : await request.arrayBuffer();
    const text = body === null ? "" : Buffer.from(body).toString("base64");
    const key = JSON.stringify([method, url, [...headers], text]);
    const known = seen.get(key);
    if (known !== undefined) return known;
    const target = `${server.url}${targetOf(new URL(url), method)}`;
    const response = await send(target, { method, headers, body });
    const fresh = { response, verdict: await judge.verdictIn(response.clone()) };
    seen.set(key, fresh);
    return fresh;
  };
  return { forProgram: () => programFetch(judged, tokens), close: server.close };
}

function programFetch(
  judged: (request: Request) => Promise<Judged>,
  tokens: readonly string[],
): ReturnType<Session["forProgram"]> {
  const verdicts: Verdict[] = [];
  return {
    verdicts,
    fetch: async (input, init) => {
      const request = new Request(input, init);
      const isForToken = tokens.some((token) => new URL(token, request.url).href === request.url);
      if (isForToken) return grantedToken();
      const { response, verdict } = await judged(request);
      verdicts.push(verdict);
      return verdicts.length < 3 ? response.clone() : withoutItems(response.clone());
    },
  };
}

function grantedToken(): Response {
  return Response.json({ access_token: "token", token_type: "bearer", expires_in: 3600 });
}

/** Every list has two pages, or a program that walks them would never end. */
async function withoutItems(response: Response): Promise<Response> {
  if (!response.headers.get("content-type")?.includes("json")) return response;
  return Response.json(emptied(await response.json()), { status: response.status });
}
