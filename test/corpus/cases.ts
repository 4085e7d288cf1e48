import { createHash } from "node:crypto";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { isLoose } from "./document.js";

/** The expected outcome of a document: a package, exit code 1, or either, if a message says why. */
export type Verdict = "valid" | "invalid" | "lax";

export interface Case {
  /** The document, or the entry of several, below the folder. */
  readonly file: string;
  readonly verdict: Verdict;
  /** Regular expressions of which a message on an invalid document has to match one. */
  readonly expect: readonly string[];
  /** How many operations the index says the document has; `null` where it doesn't say. */
  readonly operations: number | null;
}

export interface Choice {
  /** The documents whose path matches. */
  readonly filter: RegExp;
  /** How many of them, always the same ones; `null` for all. */
  readonly sample: number | null;
}

/** The documents of a folder: as its `index.json` lists them, or each file that looks like one. */
export function casesIn(folder: string): Case[] {
  const index = join(folder, "index.json");
  return statSync(index, { throwIfNoEntry: false })?.isFile()
    ? listedCases(JSON.parse(readFileSync(index, "utf8")))
    : filesBelow(folder, "")
        .filter((file) => looksLikeDocument(readFileSync(join(folder, file), "utf8")))
        .map((file) => ({ file, verdict: "valid", expect: [], operations: null }));
}

/** The cases of an `index.json`: a list of `{ file, class, expect, operations }`. */
export function listedCases(index: unknown): Case[] {
  if (!Array.isArray(index)) throw new Error("index.json holds no list");
  return index.filter(isLoose).map((entry) => ({
    file: String(entry["file"]),
    verdict: entry["class"] === "invalid" || entry["class"] === "lax" ? entry["class"] : "valid",
    expect: Array.isArray(entry["expect"]) ? entry["expect"].map(String) : [],
    operations: typeof entry["operations"] === "number" ? entry["operations"] : null,
  }));
}

/** A sample is fixed by the names alone: another document changes at most one place in it. */
export function chosenCases(cases: readonly Case[], { filter, sample }: Choice): Case[] {
  const matching = cases.filter(({ file }) => filter.test(file));
  if (sample === null) return matching;
  const taken = new Set(
    matching
      .map(({ file }) => file)
      .sort((a, b) => compare(lot(a), lot(b)))
      .slice(0, sample),
  );
  return matching.filter(({ file }) => taken.has(file));
}

export function looksLikeDocument(text: string): boolean {
  return /^\s*(\{\s*)?["']?(openapi|swagger)["']?\s*:/m.test(text);
}

function filesBelow(folder: string, path: string): string[] {
  return readdirSync(join(folder, path), { withFileTypes: true })
    .sort((a, b) => compare(a.name, b.name))
    .flatMap((entry) => {
      const own = join(path, entry.name);
      if (entry.isDirectory()) return filesBelow(folder, own);
      return /\.(ya?ml|json)$/.test(entry.name) ? [own] : [];
    });
}

function lot(file: string): string {
  return createHash("sha256").update(file).digest("hex");
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
