import { rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { costOf, inTurn, median } from "./cost.js";
import { grownDocuments, type Measured } from "./documents.js";
import { bench, outputs, root } from "./folders.js";
import { ours } from "./peers.js";
import { type Curve, plot } from "./plot.js";
import { amount, heading, table } from "./table.js";

/** What our time and memory do as documents grow, as tables and a plot beside them. */
export function growth(measured: readonly Measured[], rounds: number): string {
  const grown = grownDocuments().map(({ operations, path }) => ({
    label: amount(operations, 0),
    path,
    x: operations,
  }));
  const real = measured.map(({ name, path }) => ({
    label: name,
    path,
    x: statSync(path).size / 1024,
  }));
  const byOperations = pointsOf(grown, rounds);
  const byBytes = pointsOf(real, rounds);
  writeFileSync(
    join(bench, "growth.svg"),
    plot([
      { title: "by operations", unit: "operations", ...curvesOf(byOperations) },
      { title: "by the document's size", unit: "KiB", ...curvesOf(byBytes) },
    ]),
  );
  const columns = ["", "Document KiB", "CPU seconds", "ms per KiB", "Peak MiB"];
  return [
    "![Seconds and memory against size, both logarithmic](growth.svg)\n\n",
    heading(3, "Operations that take and give a schema each"),
    table(["Operations", ...columns.slice(1)], byOperations.map(cellsOf)),
    "\n",
    heading(3, "Real documents"),
    table(columns, byBytes.map(cellsOf)),
  ].join("");
}

interface Sized {
  readonly label: string;
  readonly path: string;
  readonly x: number;
}

interface Point extends Sized {
  readonly seconds: number;
  readonly mebibytes: number;
}

function pointsOf(documents: readonly Sized[], rounds: number): Point[] {
  const output = join(outputs, "grown");
  const results = inTurn(rounds, documents, ({ path }) => {
    rmSync(output, { recursive: true, force: true });
    return costOf(ours.command(path, output), root);
  });
  return documents.map((document) => {
    const costs = results.get(document) ?? [];
    const seconds = median(costs.map(({ cpu }) => cpu));
    return { ...document, seconds, mebibytes: median(costs.map(({ peak }) => peak)) };
  });
}

function cellsOf({ label, path, seconds, mebibytes }: Point): string[] {
  const kibibytes = statSync(path).size / 1024;
  const each = (seconds * 1000) / kibibytes;
  return [label, amount(kibibytes, 0), amount(seconds, 2), amount(each, 2), amount(mebibytes, 0)];
}

function curvesOf(points: readonly Point[]): { readonly curves: readonly Curve[] } {
  return {
    curves: [
      { name: "CPU seconds", points: points.map(({ x, seconds }) => [x, seconds]) },
      { name: "peak GiB", points: points.map(({ x, mebibytes }) => [x, mebibytes / 1024]) },
    ],
  };
}
