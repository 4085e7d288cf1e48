import {
  copyFileSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { rm } from "node:fs/promises";
import { availableParallelism, tmpdir } from "node:os";
import { basename, join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { CORE_SCHEMA, load, mergeTag } from "js-yaml";
import { type Hover, hoversOf } from "../hovers.js";
import { type Case, casesIn, chosenCases } from "./cases.js";
import { type Ending, type Limits, runNode } from "./child.js";
import { emittedIn } from "./emitted.js";
import { countOperations } from "./operations.js";
import { type Outcome, outcomeOf } from "./outcome.js";
import { failingPrograms } from "./programs.js";
import { disagreementsIn, type Referee, refereeOf } from "./referee.js";
import { summaryOf, summaryOfHovers, tableOf } from "./table.js";
import { typeErrorsOf } from "./type-check.js";

// Runs the built command over a folder of documents, and holds each package to what it promises.

const usage = `npm run corpus -- DIR [--filter REGEXP] [--sample N] [--jobs N] [--table FILE]
  [--referee] [--hover] [--snippets] [--keep] [--batch N] [--seconds N] [--megabytes N]`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    filter: { type: "string", default: "" },
    sample: { type: "string" },
    jobs: { type: "string", default: String(availableParallelism()) },
    table: { type: "string" },
    referee: { type: "boolean", default: false },
    hover: { type: "boolean", default: false },
    snippets: { type: "boolean", default: false },
    batch: { type: "string", default: "60" },
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
const hovers: Hover[] = [];
const outcomes: Outcome[] = [];
for (const batch of batches(cases, Number(values.batch))) {
  outcomes.push(...(await examined(batch, folder)));
}
progress("");
if (values.table !== undefined) writeFileSync(values.table, tableOf(outcomes));
if (values.keep) say(`the packages are in ${packages}`);
else await rm(packages, { recursive: true, force: true });
if (values.hover) say(summaryOfHovers(hovers));
say(summaryOf(outcomes));
process.exitCode = outcomes.length > 0 && outcomes.every(({ problem }) => problem === null) ? 0 : 1;

interface Generated {
  readonly given: Case;
  readonly file: string;
  readonly output: string;
  readonly run: Ending;
}

/** Generates some packages, checks their types in one run of the compiler, and looks at each. */
async function examined(batch: readonly Case[], below: string): Promise<Outcome[]> {
  const generated = await inTurns(batch, (each) => generatedFrom(each, below));
  const outputs = generated.map(({ output }) => output).filter((output) => existsSync(output));
  const paths = { root: packages, compiler, limits };
  const errors = await typeErrorsOf(outputs, "package", paths);
  const disagreements = values.referee
    ? await disagreementsOf(generated, paths)
    : new Map<string, string[]>();
  return inTurns(generated, async ({ given, file, output, run }) => {
    const documented = given.verdict === "invalid" ? 0 : documentedIn(file, given);
    const found = emittedIn(output, documented, errors.get(output) ?? []);
    const emitted = found && {
      ...found,
      disagreements: disagreements.get(output) ?? [],
      failingPrograms: values.snippets
        ? await failingPrograms(file, output, compiler, limits)
        : found.failingPrograms,
    };
    if (values.hover && emitted !== null) hovers.push(...hoversOf(output));
    if (!values.keep) await rm(output, { recursive: true, force: true });
    const outcome = outcomeOf(given, run, emitted);
    // At once: a long run may be cut short.
    if (outcome.problem !== null) say(`${outcome.file}: ${outcome.problem}`);
    return outcome;
  });
}

async function generatedFrom(given: Case, below: string): Promise<Generated> {
  progress(basename(given.file));
  const file = resolve(below, given.file);
  const output = join(packages, given.file.replace(/[^\w.-]/g, "_"));
  const args = [command, "generate", file, "--output", output, "--no-cache"];
  return { given, file, output, run: await runNode(args, packages, limits) };
}

/** What openapi-typescript reads otherwise, by package. */
async function disagreementsOf(
  generated: readonly Generated[],
  paths: Parameters<typeof typeErrorsOf>[2],
): Promise<Map<string, string[]>> {
  copyFileSync("test/corpus/agree.ts", join(packages, "agree.ts"));
  const referees = new Map<string, Referee>();
  for (const { file, output } of generated) {
    const referee = existsSync(output) ? await refereeOf(file) : null;
    if (referee === null) continue;
    referees.set(output, referee);
    writeFileSync(join(output, "theirs.ts"), referee.theirs);
    writeFileSync(join(output, "referee.ts"), referee.referee);
  }
  const errors = await typeErrorsOf([...referees.keys()], "referee", paths);
  return new Map(
    [...referees].map(([output, referee]) => [
      output,
      disagreementsIn(errors.get(output) ?? [], referee),
    ]),
  );
}

/** Some at a time, each as soon as another is done; the results in the order of what is given. */
async function inTurns<Given, Result>(
  all: readonly Given[],
  work: (given: Given) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  const waiting = all.entries();
  const takeTurns = async () => {
    for (const [index, given] of waiting) results[index] = await work(given);
  };
  await Promise.all(Array.from({ length: Math.max(1, Number(values.jobs)) }, takeTurns));
  return results;
}

function batches<Item>(all: readonly Item[], size: number): (readonly Item[])[] {
  const count = Math.ceil(all.length / size);
  return Array.from({ length: count }, (_, index) => all.slice(index * size, (index + 1) * size));
}

/** The number of the index where the raw document isn't strict YAML, but the command may read it. */
function documentedIn(file: string, { operations }: Case): number {
  return loaded(file) === null ? (operations ?? 0) : countOperations(file, loaded);
}

/** The content of a file, or `null` if it can't be parsed. */
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
