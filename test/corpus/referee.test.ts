import { copyFileSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { generate } from "../../generator/generate.js";
import { root } from "../imports.js";
import { disagreementsIn, refereeOf } from "./referee.js";
import { typeErrorsOf } from "./type-check.js";

const folder = join(root, "node_modules/.sdkwright-referee");
const paths = {
  root: folder,
  compiler: join(root, "node_modules/typescript-7/bin/tsc"),
  limits: { seconds: 120, megabytes: 2048 },
};

const documents = [
  "spec/domains.openapi.yaml",
  ...["everything", "newer", "parts", "runtimes", "shapes"].map(
    (name) => `test/fixtures/${name}.openapi.yaml`,
  ),
];

/** What openapi-typescript reads otherwise in packages made from documents, all compared in one run. */
async function disagreements(
  given: readonly string[],
  change = (models: string) => models,
): Promise<string[]> {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  copyFileSync(join(root, "test/corpus/agree.ts"), join(folder, "agree.ts"));
  const packages = given.map((document) => join(folder, document.replace(/\W/g, "-")));
  const referees = await Promise.all(given.map((document) => refereeOf(join(root, document))));
  for (const [index, document] of given.entries()) {
    const { files } = await generate(join(root, document), {});
    const own = packages[index] ?? "";
    for (const { path, text } of files ?? []) {
      mkdirSync(dirname(join(own, path)), { recursive: true });
      writeFileSync(join(own, path), path === "src/models.ts" ? change(text) : text);
    }
    writeFileSync(join(own, "theirs.ts"), referees[index]?.theirs ?? "");
    writeFileSync(join(own, "referee.ts"), referees[index]?.referee ?? "");
  }
  const errors = await typeErrorsOf(packages, "referee", paths);
  return packages.flatMap((own, index) => {
    const referee = referees[index];
    if (!referee) throw new Error(`${given[index]} can't be read`);
    return disagreementsIn(errors.get(own) ?? [], referee);
  });
}

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("openapi-typescript as the referee of our models", () => {
  it("agrees about Domains and the fixtures", async () => {
    expect(await disagreements(documents)).toEqual([]);
  });

  it("sees an optional field that is missing, and what refers to it", async () => {
    const without = (models: string) => models.replace(/\n {2}proxy_url\?: [^\n]*/, "");
    expect(await disagreements(["spec/domains.openapi.yaml"], without)).toEqual([
      "Domain: theirs is narrower",
      "Domains: theirs is narrower",
    ]);
  });

  it("sees a field that is required and shouldn't be", async () => {
    const required = (models: string) => models.replace("proxy_url?: ", "proxy_url: ");
    expect(await disagreements(["spec/domains.openapi.yaml"], required)).toEqual([
      "Domain: ours requires more",
      "Domains: ours requires more",
    ]);
  });
});

describe("what is compared", () => {
  it("is every schema of Domains", async () => {
    const referee = await refereeOf(join(root, "spec/domains.openapi.yaml"));
    expect(referee?.left).toEqual(new Map());
  });
});
