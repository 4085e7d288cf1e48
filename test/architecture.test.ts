import { describe, expect, it } from "vitest";
import { importsOf, sourcesBelow } from "./imports.js";

const generator = sourcesBelow("generator");
const runtime = sourcesBelow("templates/runtime");
const imports = [...generator, ...runtime].flatMap((file) => importsOf(file));

/** Who may know whom: the first row that fits a file holds for it. */
const arrows: readonly { readonly in: RegExp; readonly may: readonly RegExp[] }[] = [
  {
    in: /^generator\/cli\.ts$/,
    may: [
      /^generator\/(command|compiled|print)\.ts$/,
      /^generator\/unchanged\/recall\.ts$/,
      /^generator\/emit\/schema-thread\.ts$/,
    ],
  },
  {
    in: /^generator\/command\.ts$/,
    may: [
      /^generator\/(generate|diff|config|flags|looks|print|report|problem|visible|watch)\.ts$/,
      /^generator\/emit\/(disk|difference|code-samples|schema-thread)\.ts$/,
      /^generator\/unchanged\/(facts|remember)\.ts$/,
      /^generator\/diff\/flags\.ts$/,
    ],
  },
  {
    in: /^generator\/generate\.ts$/,
    may: [
      /^generator\/problem\.ts$/,
      /^generator\/read\/(read|locate|places|preparation)\.ts$/,
      /^generator\/model\/model\.ts$/,
      /^generator\/plan\/(plan|file|identity|pointers)\.ts$/,
      /^generator\/emit\/(render|schema|header|links|provenance)\.ts$/,
      /^generator\/version\.ts$/,
    ],
  },
  {
    in: /^generator\/diff\.ts$/,
    may: [
      /^generator\/problem\.ts$/,
      /^generator\/read\/(read|locate|preparation|fetch-text|fetch-revision|input-kind)\.ts$/,
      /^generator\/model\/model\.ts$/,
      /^generator\/plan\/(names|identity)\.ts$/,
      /^generator\/plan\/report\//,
      /^generator\/diff\//,
    ],
  },
  // A comparison is of surfaces: it knows no document, model or file.
  { in: /^generator\/diff\//, may: [/^generator\/diff\//, /^generator\/plan\/report\//] },
  {
    in: /^generator\/config\.ts$/,
    may: [
      /^generator\/problem\.ts$/,
      /^generator\/plan\/identity\.ts$/,
      /^generator\/settings\.ts$/,
      /^generator\/read\/(document|fetch-text|parse|locate|preparation|trace)\.ts$/,
      /^generator\/read\/filter\/filter\.ts$/,
    ],
  },
  { in: /^generator\/flags\.ts$/, may: [/^generator\/(config|settings)\.ts$/] },
  { in: /^generator\/settings\.ts$/, may: [/^generator\/read\/filter\/filter\.ts$/] },
  {
    in: /^generator\/report\.ts$/,
    may: [/^generator\/(problem|visible)\.ts$/, /^generator\/emit\/difference\.ts$/],
  },
  { in: /^generator\/print\.ts$/, may: [/^generator\/report\.ts$/] },
  { in: /^generator\/(digest|problem|version|visible)\.ts$/, may: [] },
  { in: /^generator\/looks\.ts$/, may: [/^generator\/digest\.ts$/] },
  { in: /^generator\/compiled\.ts$/, may: [] },
  { in: /^generator\/watch\.ts$/, may: [/^generator\/looks\.ts$/] },
  // Whether all is as it was is asked before anything that makes a package is loaded.
  {
    in: /^generator\/unchanged\//,
    may: [
      /^generator\/unchanged\//,
      /^generator\/(digest|looks|report)\.ts$/,
      /^generator\/emit\/(folder|siblings)\.ts$/,
    ],
  },
  { in: /^generator\/read\//, may: [/^generator\/read\//, /^generator\/(problem|looks)\.ts$/] },
  {
    in: /^generator\/model\//,
    may: [
      /^generator\/model\//,
      /^generator\/read\/(document|local-reference|refs|grammar|walk)\.ts$/,
      /^generator\/problem\.ts$/,
    ],
  },
  // The list of outputs and the union of their views are the two places that know every output.
  {
    in: /^generator\/plan\/(plan|templates)\.ts$/,
    may: [/^generator\/plan\//, /^generator\/model\/api\.ts$/],
  },
  ...["sdk", "docs", "package", "report"].map((output) => ({
    in: new RegExp(`^generator/plan/${output}/`),
    may: [
      new RegExp(`^generator/plan/${output}/`),
      /^generator\/plan\/[\w-]+\.ts$/,
      /^generator\/model\/api\.ts$/,
    ],
  })),
  {
    in: /^generator\/plan\/[\w-]+\.ts$/,
    may: [/^generator\/plan\/[\w-]+\.ts$/, /^generator\/model\/api\.ts$/],
  },
  {
    in: /^generator\/emit\//,
    may: [
      /^generator\/compiled\.ts$/,
      /^generator\/emit\//,
      /^generator\/(looks|visible)\.ts$/,
      /^generator\/plan\/file\.ts$/,
      /^generator\/read\/(document|source|local-reference|pointer)\.ts$/,
    ],
  },
  { in: /^templates\/runtime\//, may: [/^templates\/runtime\//] },
];

/** The one file that imports each package. */
const doors: Readonly<Record<string, string>> = {
  handlebars: "generator/emit/printer.ts",
  ignore: "generator/emit/kept.ts",
  "js-yaml": "generator/read/yaml.ts",
  "json-p3": "generator/read/overlay/query.ts",
  "openapi-fetch": "templates/runtime/draft.ts",
  "openapi-typescript": "generator/emit/openapi-typescript.ts",
  typescript: "generator/emit/typescript.ts",
  yargs: "generator/command.ts",
};

describe("the arrows of the architecture", () => {
  it.each(arrows.map((arrow) => [arrow.in.source, arrow] as const))("hold in %s", (_, arrow) => {
    const files = [...generator, ...runtime].filter((file) => rowOf(file) === arrow);
    const strays = imports.filter(
      ({ from, to, isPackage }) =>
        files.includes(from) && !isPackage && !arrow.may.some((target) => target.test(to)),
    );
    expect(files).not.toEqual([]);
    expect(strays).toEqual([]);
  });

  it("have a row for every file", () => {
    expect([...generator, ...runtime].filter((file) => rowOf(file) === undefined)).toEqual([]);
  });

  it("go in no circle", () => {
    const next = new Map<string, string[]>();
    for (const { from, to, isPackage } of imports) {
      if (!isPackage) next.set(from, [...(next.get(from) ?? []), to]);
    }
    expect([...next.keys()].filter((file) => reaches(file, file, next))).toEqual([]);
  });
});

describe("packages", () => {
  it("each have one door", () => {
    const packages = imports.filter(({ to, isPackage }) => isPackage && !to.startsWith("node:"));
    const found = packages.map(({ from, to }) => [to.split("/")[0] ?? "", from]);
    expect(Object.fromEntries(found)).toEqual(doors);
    expect(found.filter(([name, from]) => doors[name ?? ""] !== from)).toEqual([]);
  });

  it("of the platform stay out of the runtime", () => {
    expect(imports.filter(({ from, to }) => isRuntime(from) && to.startsWith("node:"))).toEqual([]);
  });

  it("of the platform stay out of the model and the plan", () => {
    const pure = /^generator\/(model|plan)\//;
    expect(imports.filter(({ from, to }) => pure.test(from) && to.startsWith("node:"))).toEqual([]);
  });
});

function rowOf(file: string) {
  return arrows.find((arrow) => arrow.in.test(file));
}

function isRuntime(file: string): boolean {
  return file.startsWith("templates/runtime/");
}

function reaches(
  from: string,
  goal: string,
  next: ReadonlyMap<string, readonly string[]>,
): boolean {
  const seen = new Set<string>();
  const waiting = [...(next.get(from) ?? [])];
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (file === goal) return true;
    if (seen.has(file)) continue;
    seen.add(file);
    waiting.push(...(next.get(file) ?? []));
  }
  return false;
}
