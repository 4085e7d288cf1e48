import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { type Cost, costOf, inTurn, median } from "./cost.js";
import type { Measured } from "./documents.js";
import { documents, outputs, root } from "./folders.js";
import { type Generator, generators, ours } from "./peers.js";
import { amount, heading, ratio, table } from "./table.js";

export function outputOf(generator: Generator, document: Measured): string {
  return join(outputs, generator.name.replace(/\W+/g, "-"), document.name);
}

/** What each generator takes for each document, as a whole process, from nothing to all files. */
export function generation(measured: readonly Measured[], rounds: number): string {
  return measured
    .map((document) => {
      const results = inTurn(rounds, generators, (generator) => generated(generator, document));
      const of = (generator: Generator) => results.get(generator) ?? [];
      const rows = generators.map((generator) => [
        generator.name,
        ...["wall", "cpu", "peak"].flatMap((figure) => [
          cellOf(of(generator), figure),
          ratioOf(of(ours), of(generator), figure),
        ]),
      ]);
      return heading(3, `${document.name}: ${document.from}`) + table(columns, rows);
    })
    .join("\n");
}

const columns = ["", "Seconds", "ours ÷ it", "CPU seconds", "ours ÷ it", "Peak MiB", "ours ÷ it"];

function generated(generator: Generator, document: Measured): Cost {
  const output = outputOf(generator, document);
  rmSync(output, { recursive: true, force: true });
  mkdirSync(output, { recursive: true });
  return costOf(generator.command(document.path, output), documents);
}

/** A figure of runs of which all came to an end. */
function figureOf(costs: readonly Cost[], figure: string): number | null {
  if (costs.length === 0 || costs.some(({ isDone }) => !isDone)) return null;
  return median(
    costs.map(
      ({ wall, cpu, peak }) =>
        new Map(Object.entries({ wall, cpu, peak })).get(figure) ?? Number.NaN,
    ),
  );
}

function cellOf(costs: readonly Cost[], figure: string): string {
  const found = figureOf(costs, figure);
  return found === null ? "fails" : amount(found, figure === "peak" ? 0 : 2);
}

function ratioOf(own: readonly Cost[], costs: readonly Cost[], figure: string): string {
  return ratio(figureOf(own, figure), figureOf(costs, figure));
}

/** What our later runs take of a first one: on a folder that is as it should be already. */
export function unchanged(measured: readonly Measured[], rounds: number): string {
  const rows = measured.map((document) => {
    const output = outputOf(ours, document);
    const command = ours.command(document.path, output);
    const kinds = ["first run", "run again", "--check", "first run, nothing kept compiled"];
    const results = inTurn(rounds, kinds, (kind) => {
      if (kind.startsWith("first")) rmSync(output, { recursive: true, force: true });
      const check = kind === "--check" ? [kind] : [];
      const cold = kind.endsWith("compiled")
        ? ["/usr/bin/env", "NODE_DISABLE_COMPILE_CACHE=1"]
        : [];
      return costOf([...cold, ...command, ...check], root);
    });
    const figures = kinds.map((kind) => figureOf(results.get(kind) ?? [], "cpu"));
    const [first = null, again = null, check = null, cold = null] = figures;
    return [
      document.name,
      first === null ? "fails" : amount(first, 2),
      cold === null ? "fails" : amount(cold, 2),
      again === null ? "fails" : amount(again, 2),
      ratio(again, first),
      check === null ? "fails" : amount(check, 2),
      ratio(check, first),
    ];
  });
  const columns = [
    "",
    "First run",
    "with no code kept compiled",
    "Run again",
    "÷ first",
    "`--check`",
    "÷ first",
  ];
  return table(columns, rows);
}
