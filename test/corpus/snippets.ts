import { resolve } from "node:path";
import { read } from "../../generator/read/read.js";
import { snippets } from "../generated/snippets.js";
import { compiled, printed } from "../snippets/compile.js";
import { failingPrograms } from "../snippets/run.js";
import { setWebhookSecret } from "../snippets/webhook-secret.js";

// Compiles and runs every program on the pages of one package, in a separate process.

const [input = "", sdk = "", scratch = "", compiler = ""] = process.argv
  .slice(2)
  .map((path) => resolve(path));
const reading = await read(input);
if (!reading.ok) throw new Error(`${input} can't be read`);
await printed(compiler, ["-p", sdk], sdk);
const { programs, complaints } = await compiled(snippets(sdk), { sdk, scratch, compiler });
setWebhookSecret(sdk);
for (const complaint of complaints) say(complaint);
const failing = await failingPrograms(programs, reading.source.document);
for (const { name, fault } of failing) say(`${name}: ${fault}`);
// What a program left open doesn't keep the others waiting.
process.exit(complaints.length + failing.length === 0 ? 0 : 1);

function say(line: string): void {
  process.stdout.write(`${line.replaceAll("\n", " ")}\n`);
}
