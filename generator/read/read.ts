import type { LocatedProblem, Problem } from "../problem.js";
import { structureProblems } from "./check.js";
import { isOtherVersion } from "./check-version.js";
import { fetchText } from "./fetch-text.js";
import { locate } from "./locate.js";
import { parse } from "./parse.js";
import { refProblems } from "./ref-problems.js";
import type { Source } from "./source.js";
import { upgrade } from "./upgrade.js";
import { withVendorWords } from "./vendor-words.js";

export type Reading =
  | {
      readonly ok: true;
      readonly source: Source;
      /** What is odd in a document that can be used all the same; `locate` says where. */
      readonly warnings: readonly Problem[];
    }
  | { readonly ok: false; readonly problems: readonly LocatedProblem[] };

/**
 * Reads a document from a path, a URL or, called `-`, standard input. Never throws for what is
 * wrong with the document, the disk or the network: all of that is problems.
 */
export async function read(
  input: string,
  stdin: AsyncIterable<Uint8Array> = process.stdin,
): Promise<Reading> {
  const fetched = await fetchText(input, stdin);
  if (!fetched.ok) return fetched;
  const { file, text } = fetched;
  const parsed = await parse(fetched);
  if (!parsed.ok) return parsed;
  const problems = documentProblems(parsed.document);
  if (problems.some(({ severity }) => severity === "error")) {
    return { ok: false, problems: await locate(fetched, problems) };
  }
  const published = withVendorWords(parsed.document);
  const source = { file, text, published, document: upgrade(published) };
  return { ok: true, source, warnings: problems };
}

function documentProblems(document: Source["published"]): Problem[] {
  const structure = structureProblems(document);
  return isOtherVersion(document) ? structure : [...structure, ...refProblems(document)];
}
