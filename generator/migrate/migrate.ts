import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import type { LocatedProblem } from "../problem.js";
import type { JsonObject } from "../read/document/document.js";
import { fetchText } from "../read/input/fetch-text.js";
import { parse } from "../read/parse/parse.js";
import { type Generator, type Proposal, textAt } from "./proposal.js";
import { fromSpeakeasy } from "./speakeasy.js";
import { fromStainless } from "./stainless.js";

/** A proposal, or what prevents it. */
export type Migration =
  | { readonly ok: true; readonly proposal: Proposal }
  | { readonly ok: false; readonly problems: readonly LocatedProblem[] }
  /** The generator's files aren't in the current folder. */
  | { readonly ok: false; readonly missing: string };

/**
 * Reads the settings of another generator in the current folder.
 *
 * @param input the document, which names of Stainless are looked up in.
 */
export function migrationFrom(generator: Generator, input: string | undefined): Promise<Migration> {
  return generator === "speakeasy" ? fromSpeakeasyFiles() : fromStainlessFiles(input);
}

async function fromSpeakeasyFiles(): Promise<Migration> {
  const gen = [".speakeasy/gen.yaml", "gen.yaml"].find((path) => existsSync(path));
  const workflow = ".speakeasy/workflow.yaml";
  if (gen === undefined) return { ok: false, missing: ".speakeasy/gen.yaml or gen.yaml" };
  const sources = existsSync(workflow) ? [gen, workflow] : [gen];
  const read = await objectsIn(sources);
  if (!read.ok) return read;
  const [settings = {}, steps = {}] = read.objects;
  return { ok: true, proposal: { ...fromSpeakeasy(settings, steps), sources } };
}

async function fromStainlessFiles(input: string | undefined): Promise<Migration> {
  const config = stainlessFile();
  if (config === undefined) return { ok: false, missing: "stainless.yml or openapi.stainless.yml" };
  const workspace = ["stainless/workspace.json", ".stainless/workspace.json"].find(existsSync);
  const named = workspace === undefined ? undefined : await objectsIn([workspace]);
  const [places = {}] = named?.ok ? named.objects : [];
  const document = input ?? placed(workspace, textAt(places, "openapi_spec"));
  if (document === undefined) {
    return { ok: false, missing: "document: name it, as in sdkwright init openapi.yaml" };
  }
  const read = await objectsIn([config, document]);
  if (!read.ok) return read;
  const [settings = {}, api = {}] = read.objects;
  const proposal = fromStainless(settings, api);
  return {
    ok: true,
    proposal: {
      ...proposal,
      settings: { input: document, ...proposal.settings },
      sources: [config],
    },
  };
}

/** Paths in `workspace.json` are relative to its folder. */
function placed(workspace: string | undefined, path: string | undefined): string | undefined {
  if (workspace === undefined || path === undefined) return undefined;
  const beside = join(workspace, "..", path);
  return existsSync(beside) ? beside : path;
}

function stainlessFile(): string | undefined {
  const folders = [".", "stainless", ".stainless"].filter((folder) => existsSync(folder));
  const paths = folders.flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => /^(openapi\.)?stainless(-config)?\.ya?ml$/.test(name))
      .sort()
      .map((name) => join(folder, name)),
  );
  return paths[0];
}

async function objectsIn(
  paths: readonly string[],
): Promise<
  | { readonly ok: true; readonly objects: readonly JsonObject[] }
  | { readonly ok: false; readonly problems: readonly LocatedProblem[] }
> {
  const objects: JsonObject[] = [];
  for (const path of paths) {
    const fetched = await fetchText(path);
    if (!fetched.ok) return fetched;
    const parsed = await parse(fetched);
    if (!parsed.ok) return parsed;
    objects.push(parsed.document);
  }
  return { ok: true, objects };
}
