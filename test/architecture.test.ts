import { describe, expect, it } from "vitest";
import { importsOf, sourcesBelow } from "./imports.js";

const generator = sourcesBelow("generator");
const runtime = sourcesBelow("templates/runtime");
const imports = [...generator, ...runtime].flatMap((file) => importsOf(file));

/** The parts of `plan/` that every output may use. */
const shared = [
  /^generator\/(closure|grouped|memoize|pointer|record|text|unique-name)\.ts$/,
  /^generator\/plan\/[\w-]+\.ts$/,
  /^generator\/plan\/(names|call|types|samples)\//,
];

/** What the plan may know of the model: its nouns, and the questions one asks of a schema. */
const modelled = [
  /^generator\/model\/(api\/[\w-]+|statuses)\.ts$/,
  /^generator\/model\/schema\/(allows-text|find-schema|flattened-fields|merge-schemas)\.ts$/,
];

/** Who may know whom: the first row that fits a file holds for it. */
const arrows: readonly { readonly in: RegExp; readonly may: readonly RegExp[] }[] = [
  {
    in: /^generator\/cli\.ts$/,
    may: [/^generator\/(command|files)\.ts$/, /^generator\/command\/io\.ts$/],
  },
  {
    in: /^generator\/command\.ts$/,
    may: [/^generator\/command\//, /^generator\/text\.ts$/, /^generator\/cache\/record\.ts$/],
  },
  {
    in: /^generator\/command\//,
    may: [
      /^generator\/command\//,
      /^generator\/(compare|config|file-reads|generate|nearest|paint|problem|report|serve|settings)\.ts$/,
      /^generator\/(version|text)\.ts$/,
      /^generator\/(keep|migrate)\//,
      /^generator\/emit\/code-samples\.ts$/,
      /^generator\/emit\/disk\/(disk|folder)\.ts$/,
      /^generator\/cache\/store\.ts$/,
      /^generator\/read\/(source|input\/(fetch-text|login))\.ts$/,
      /^generator\/diff\/formats\.ts$/,
      /^generator\/plan\/names\/method-naming\.ts$/,
    ],
  },
  // The settings of other generators become ours.
  {
    in: /^generator\/migrate\//,
    may: [
      /^generator\/migrate\//,
      /^generator\/(problem|settings|text)\.ts$/,
      /^generator\/plan\/names\/words\.ts$/,
      /^generator\/read\/document\/document\.ts$/,
      /^generator\/read\/input\/fetch-text\.ts$/,
      /^generator\/read\/parse\/parse\.ts$/,
    ],
  },
  // What a person keeps in the output folder, and a run reads or adds to.
  {
    in: /^generator\/keep\//,
    may: [
      /^generator\/(compare|file-reads|files|problem|record)\.ts$/,
      /^generator\/diff\/changelog\.ts$/,
      /^generator\/emit\/disk\/(disk|folder|output-error|user-files)\.ts$/,
      /^generator\/plan\/file\.ts$/,
      /^generator\/plan\/report\/report\.ts$/,
      /^generator\/read\/document\/locate\.ts$/,
    ],
  },
  {
    in: /^generator\/generate\.ts$/,
    may: [
      /^generator\/problem\.ts$/,
      /^generator\/read\/(read|source)\.ts$/,
      /^generator\/read\/document\/locate\.ts$/,
      /^generator\/model\/(model|model-settings)\.ts$/,
      /^generator\/plan\/(plan|file|output|programs)\.ts$/,
      /^generator\/plan\/names\/identity\.ts$/,
      /^generator\/plan\/types\/type-problems\.ts$/,
      /^generator\/emit\/(render|links|schema-module)\.ts$/,
      /^generator\/emit\/disk\/manifest\.ts$/,
      /^generator\/version\.ts$/,
    ],
  },
  {
    in: /^generator\/compare\.ts$/,
    may: [
      /^generator\/problem\.ts$/,
      /^generator\/read\/(read|source)\.ts$/,
      /^generator\/read\/document\/locate\.ts$/,
      /^generator\/read\/filter\/filter\.ts$/,
      /^generator\/read\/input\//,
      /^generator\/model\/(model|model-settings)\.ts$/,
      /^generator\/plan\/names\/(names|identity)\.ts$/,
      /^generator\/plan\/report\//,
      /^generator\/diff\//,
    ],
  },
  {
    in: /^generator\/index\.ts$/,
    may: [
      /^generator\/(compare|config|generate|problem|settings)\.ts$/,
      /^generator\/diff\/phrase\.ts$/,
      /^generator\/read\/input\/login\.ts$/,
      /^generator\/emit\/disk\/manifest\.ts$/,
      /^generator\/model\/(model-settings|(paging|streams|webhooks)\/settings)\.ts$/,
    ],
  },
  {
    in: /^generator\/serve\.ts$/,
    may: [
      /^generator\/(causes|problem)\.ts$/,
      /^generator\/read\/(read|source)\.ts$/,
      /^generator\/read\/document\/locate\.ts$/,
      /^generator\/model\/(model|model-settings)\.ts$/,
      /^generator\/model\/api\//,
      /^generator\/mock\/(server|delivery|signature)\.ts$/,
      /^generator\/nearest\.ts$/,
      /^generator\/plan\/names\/(identity|names)\.ts$/,
    ],
  },
  {
    in: /^generator\/mock\//,
    may: [
      /^generator\/mock\//,
      /^generator\/(grouped|pointer|record|text)\.ts$/,
      /^generator\/model\/api\//,
      /^generator\/model\/schema\/(find-schema|flattened-fields)\.ts$/,
      /^generator\/plan\/samples\//,
      /^generator\/plan\/call\/walk\.ts$/,
    ],
  },
  // A comparison is of surfaces: it knows no document, model or file.
  {
    in: /^generator\/diff\//,
    may: [/^generator\/diff\//, /^generator\/plan\/report\//, /^generator\/(fence|text)\.ts$/],
  },
  {
    in: /^generator\/config\.ts$/,
    may: [
      /^generator\/model\/(model-settings|(paging|streams|webhooks)\/settings)\.ts$/,
      /^generator\/(pointer|problem)\.ts$/,
      /^generator\/plan\/names\/(identity|method-naming)\.ts$/,
      /^generator\/plan\/output\.ts$/,
      /^generator\/(settings|text)\.ts$/,
      /^generator\/read\/source\.ts$/,
      /^generator\/read\/input\/fetch-text\.ts$/,
      /^generator\/read\/parse\/parse\.ts$/,
      /^generator\/read\/document\/(document|locate)\.ts$/,
      /^generator\/read\/filter\/filter\.ts$/,
    ],
  },
  {
    in: /^generator\/settings\.ts$/,
    may: [
      /^generator\/plan\/site-settings\.ts$/,
      /^generator\/model\/(model-settings|(paging|streams|webhooks)\/settings)\.ts$/,
      /^generator\/(nearest|text)\.ts$/,
      /^generator\/read\/filter\/filter\.ts$/,
      /^generator\/plan\/names\/method-naming\.ts$/,
      /^generator\/plan\/package-fields\.ts$/,
      /^generator\/plan\/module-formats\.ts$/,
    ],
  },
  {
    in: /^generator\/report\.ts$/,
    may: [/^generator\/(grouped|paint|problem|text)\.ts$/, /^generator\/emit\/disk\/folder\.ts$/],
  },
  { in: /^generator\/nearest\.ts$/, may: [/^generator\/text\.ts$/] },
  { in: /^generator\/version\.ts$/, may: [/^generator\/program-folder\.ts$/] },
  { in: /^generator\/pack\.ts$/, may: [/^generator\/(closure|program-folder)\.ts$/] },
  {
    in: /^generator\/(causes|closure|fence|files|grouped|memoize|paint|pointer|problem|program-folder|record|text|unique-name)\.ts$/,
    may: [],
  },
  { in: /^generator\/file-reads\.ts$/, may: [/^generator\/files\.ts$/] },
  // A run checks whether anything changed before it loads what makes a package.
  {
    in: /^generator\/cache\//,
    may: [
      /^generator\/cache\//,
      /^generator\/(files|file-reads|program-folder|report)\.ts$/,
      /^generator\/emit\/disk\/(folder|temp-folders)\.ts$/,
    ],
  },
  {
    in: /^generator\/read\//,
    may: [
      /^generator\/read\//,
      /^generator\/(causes|closure|file-reads|grouped|memoize|nearest|pointer|problem|text|unique-name)\.ts$/,
    ],
  },
  {
    in: /^generator\/model\//,
    may: [
      /^generator\/model\//,
      /^generator\/read\/document\/(document|references|openapi-structure|request-form|sequential-media-types|walk)\.ts$/,
      /^generator\/(closure|memoize|pointer|problem|text|unique-name)\.ts$/,
    ],
  },
  // The list of outputs, the union of their views and the programs on pages know the outputs.
  {
    in: /^generator\/plan\/(plan|file|programs)\.ts$/,
    may: [/^generator\/plan\//, ...modelled],
  },
  ...["sdk", "webhooks", "testing", "docs", "package", "report"].map((output) => ({
    in: new RegExp(`^generator/plan/${output}/`),
    may: [new RegExp(`^generator/plan/${output}/`), ...shared, ...modelled],
  })),
  // What all outputs share.
  {
    in: /^generator\/plan\/((names|call|types|samples)\/)?[\w-]+\.ts$/,
    may: [...shared, ...modelled, /^generator\/problem\.ts$/],
  },
  {
    in: /^generator\/emit\//,
    may: [
      /^generator\/emit\//,
      /^generator\/(closure|fence|files|file-reads|grouped|memoize|program-folder|text)\.ts$/,
      /^generator\/plan\/(file|programs)\.ts$/,
      /^generator\/read\/source\.ts$/,
      /^generator\/read\/document\/(document|references)\.ts$/,
    ],
  },
  { in: /^templates\/runtime\//, may: [/^templates\/runtime\//] },
];

/** The one file that imports each package. */
const doors: Readonly<Record<string, string>> = {
  "esbuild-wasm": "generator/pack.ts",
  handlebars: "generator/emit/templates.ts",
  ignore: "generator/emit/disk/user-files.ts",
  "js-yaml": "generator/read/parse/yaml.ts",
  "json-p3": "generator/read/overlay/query.ts",
  "openapi-fetch": "templates/runtime/fetch-client.ts",
  "openapi-typescript": "generator/emit/schema-module.ts",
  typescript: "generator/emit/schema-module.ts",
  yargs: "generator/command/parser.ts",
};

describe("imports between rooms", () => {
  it.each(arrows.map((arrow) => [arrow.in.source, arrow] as const))(
    "%s imports only what its row allows",
    (_, arrow) => {
      const files = [...generator, ...runtime].filter((file) => rowOf(file) === arrow);
      const strays = imports.filter(
        ({ from, to, isPackage }) =>
          files.includes(from) && !isPackage && !arrow.may.some((target) => target.test(to)),
      );
      expect(files).not.toEqual([]);
      expect(strays).toEqual([]);
    },
  );

  it("every file has a row", () => {
    expect([...generator, ...runtime].filter((file) => rowOf(file) === undefined)).toEqual([]);
  });

  it("there are no cycles", () => {
    const next = new Map<string, string[]>();
    for (const { from, to, isPackage } of imports) {
      if (!isPackage) next.set(from, [...(next.get(from) ?? []), to]);
    }
    expect([...next.keys()].filter((file) => reaches(file, file, next))).toEqual([]);
  });
});

describe("packages", () => {
  it("each is imported in one file", () => {
    const packages = imports.filter(({ to, isPackage }) => isPackage && !to.startsWith("node:"));
    const found = packages.map(({ from, to }) => [to.split("/")[0] ?? "", from]);
    expect(Object.fromEntries(found)).toEqual(doors);
    expect(found.filter(([name, from]) => doors[name ?? ""] !== from)).toEqual([]);
  });

  it("of Node are not imported by the runtime", () => {
    expect(imports.filter(({ from, to }) => isRuntime(from) && to.startsWith("node:"))).toEqual([]);
  });

  it("of Node are not imported by the model and the plan", () => {
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
