import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { arch, cpus, platform } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { bundles } from "./bundles.js";
import { calls } from "./calls.js";
import { closingTimes } from "./closing.js";
import { realDocuments } from "./documents.js";
import { bench, node } from "./folders.js";
import { generation, unchanged } from "./generation.js";
import { growth } from "./growth.js";
import { listClients, streamClients } from "./misbehaving.js";
import { generators } from "./peers.js";
import { type RuntimePeer, runtimePeers } from "./runtime-peers.js";
import { parsers } from "./streams.js";
import { heading, table } from "./table.js";
import { typeCheck } from "./types.js";

// Measures all that RESULTS.md tells, and writes it anew; what people say of it is kept in notes.md.

const { values } = parseArgs({
  options: {
    rounds: { type: "string", default: "3" },
    documents: { type: "string", default: "Domains,Figma,Clerk,GitHub" },
    // Of type-checks, which take most of the time.
    "type-rounds": { type: "string", default: "1" },
    // The titles of the sections to write anew, instead of all.
    section: { type: "string", multiple: true },
  },
});
const rounds = Number(values.rounds);
const wanted = values.documents.split(",");
const measured = realDocuments().filter(({ name }) => wanted.includes(name));
const [smallest] = measured;
if (smallest === undefined || !(rounds > 0)) throw new Error("name documents, and rounds above 0");

let found: Promise<RuntimePeer[]> | undefined;
/** Generated once, for the sections that read streams and lists. */
const peers = () => {
  found ??= runtimePeers();
  return found;
};

const parts: (readonly [title: string, text: () => string | Promise<string>])[] = [
  ["Generation", () => generation(measured, rounds)],
  ["Runs on what is unchanged, in CPU seconds", () => unchanged(measured, rounds)],
  ["Type-check", () => typeCheck(measured, Number(values["type-rounds"]))],
  ["Bundles, in bytes", () => bundles(measured)],
  ["A call", () => calls(smallest, rounds)],
  ["Growth", () => growth(measured, rounds)],
  ["Parsers of event streams", async () => parsers(await peers())],
  ["Streams of servers that misbehave", async () => streamClients(await peers())],
  ["Milliseconds until a connection closes", async () => closingTimes(await peers(), rounds)],
  ["Lists of servers that misbehave", async () => listClients(await peers())],
];

const chosen = values.section;
const sections: string[] = [];
for (const [title, text] of parts) {
  if (chosen && !chosen.includes(title)) continue;
  process.stderr.write(`${new Date().toTimeString().slice(0, 8)} ${title}\n`);
  sections.push(heading(2, title) + (await text()));
}

const version = execFileSync(node, ["--version"], { encoding: "utf8" }).trim();
const machine = `${cpus().length} × ${cpus()[0]?.model.trim()}, ${platform()} ${arch()}, Node.js ${version}`;
const versions = table(
  ["Generator", "Version"],
  generators.map(({ name, version }) => [name, version]),
);
const results = join(bench, "RESULTS.md");
const whole = () =>
  [
    "# Results\n\nWritten by `npm run bench`; what people say of it stands in notes.md and is put here.\n",
    `Each figure is the median of ${rounds} whole processes (${values["type-rounds"]} for type-checks) that were run in turn, one of each program and then the next of each.\nA ratio is ours divided by the other's: below 1 is less for us. Measured on ${machine}.\n`,
    versions,
    readFileSync(join(bench, "notes.md"), "utf8"),
    ...sections,
  ].join("\n");
writeFileSync(results, chosen ? withSections(readFileSync(results, "utf8"), sections) : whole());

/** The results with these sections in the place of those with the same titles, or after the others. */
function withSections(text: string, replacements: readonly string[]): string {
  const titleOf = (section: string) => section.split("\n", 1).join();
  const left = new Map(replacements.map((section) => [titleOf(section), section]));
  const kept = text.split(/^(?=## )/m).map((section) => {
    const replacement = left.get(titleOf(section)) ?? section;
    left.delete(titleOf(section));
    return replacement;
  });
  return `${[...kept, ...left.values()].map((section) => section.trimEnd()).join("\n\n")}\n`;
}
