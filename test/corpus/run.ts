import { mkdtempSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { rm } from "node:fs/promises";
import { availableParallelism, tmpdir } from "node:os";
import { basename, join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { CORE_SCHEMA, load, mergeTag } from "js-yaml";
import { type Case, casesIn, chosenCases } from "./cases.js";
import { type Limits, runNode } from "./child.js";
import { emittedIn } from "./emitted.js";
import { countOperations } from "./operations.js";
import { type Outcome, outcomeOf } from "./outcome.js";
import { failingPrograms } from "./programs.js";
import { summaryOf, tableOf } from "./table.js";

// Runs the built command over a folder of documents, and holds each package to what it promises.

const usage = `npm run corpus -- DIR [--filter REGEXP] [--sample N] [--jobs N] [--table FILE]
  [--snippets] [--keep] [--seconds N] [--megabytes N]`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    filter: { type: "string", default: "" },
    sample: { type: "string" },
    jobs: { type: "string", default: String(availableParallelism()) },
    table: { type: "string" },
    snippets: { type: "boolean", default: false },
    keep: { type: "boolean", default: false },
    seconds: { type: "string", default: "120" },
    megabytes: { type: "string", default: "2048" },
  },
});
const [folder] = positionals;
if (folder === undefined) throw new Error(`no folder is named: ${usage}`);

const limits: Limits = { seconds: Number(values.seconds), megabytes: Number(values.megabytes) };
const command = resolve("dist/cli.js");
const compiler = resolve("node_modules/typescript-7/bin/tsc");
const packages = mkdtempSync(join(tmpdir(), "corpus-"));
// Every package finds openapi-fetch where the folders above it have it.
symlinkSync(resolve("node_modules"), join(packages, "node_modules"));

const schema = CORE_SCHEMA.withTags(mergeTag);
const cases = chosenCases(casesIn(folder), {
  filter: new RegExp(values.filter),
  sample: values.sample === undefined ? null : Number(values.sample),
});
const outcomes = await inTurns(cases, Number(values.jobs), (each) => examined(each, folder));
progress("");
if (values.table !== undefined) writeFileSync(values.table, tableOf(outcomes));
if (values.keep) say(`the packages are in ${packages}`);
else await rm(packages, { recursive: true, force: true });
say(summaryOf(outcomes));
process.exitCode = outcomes.length > 0 && outcomes.every(({ problem }) => problem === null) ? 0 : 1;

async function examined(given: Case, below: string): Promise<Outcome> {
  const file = resolve(below, given.file);
  const output = join(packages, given.file.replace(/[^\w.-]/g, "_"));
  const run = await runNode(
    [command, "generate", file, "--output", output, "--no-cache"],
    packages,
    limits,
  );
  const documented = given.verdict === "invalid" ? 0 : countOperations(file, loaded);
  const checked = await emittedIn(output, documented, compiler, limits);
  const emitted =
    checked !== null && values.snippets
      ? { ...checked, failingPrograms: await failingPrograms(file, output, compiler, limits) }
      : checked;
  if (!values.keep) await rm(output, { recursive: true, force: true });
  return outcomeOf(given, run, emitted);
}

/** Some at a time, each as soon as another is done; the results in the order of the cases. */
async function inTurns(
  all: readonly Case[],
  jobs: number,
  examine: (given: Case) => Promise<Outcome>,
): Promise<Outcome[]> {
  const results: Outcome[] = [];
  const waiting = all.entries();
  const takeTurns = async () => {
    for (const [index, given] of waiting) {
      progress(`${index + 1}/${all.length} ${basename(given.file)}`);
      const outcome = await examine(given);
      results[index] = outcome;
      // At once: a long run may be cut short.
      if (outcome.problem !== null) say(`${outcome.file}: ${outcome.problem}`);
    }
  };
  await Promise.all(Array.from({ length: Math.max(1, jobs) }, takeTurns));
  return results;
}

/** What a file holds; nothing where it can't be parsed, so that no operation is asked for. */
function loaded(file: string): unknown {
  const text = readFileSync(file, "utf8");
  try {
    return text.startsWith("{") ? JSON.parse(text) : load(text, { schema });
  } catch {
    return null;
  }
}

function progress(text: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\u001b[K${text}`);
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
