import { cp, mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { read } from "../../generator/read/read.js";
import { sdkwright } from "../command.js";
import { root } from "../imports.js";
import { type Compiled, compiled, printed } from "../snippets/compile.js";
import { failingPrograms } from "../snippets/run.js";
import { setWebhookSecret } from "../snippets/webhook-secret.js";
import { snippets } from "./snippets.js";

// Below the root, where a package finds what it depends on.
const folder = join(root, "node_modules/.sdkwright-snippets");
const compiler = join(root, "node_modules/typescript-7/bin/tsc");

/** Documents with what makes their package; that of the first is the one which is committed. */
const documents = [
  [
    "spec/domains.openapi.yaml",
    (to: string) => cp(join(root, "generated"), to, { recursive: true }),
  ],
  ...["everything", "newer", "shapes", "streams", "webhooks", "callbacks"].map((name) => {
    const document = `test/fixtures/${name}.openapi.yaml`;
    const generate = (to: string) =>
      sdkwright(folder, ["generate", join(root, document), "--output", to]);
    return [document, generate] as const;
  }),
] as const;

beforeAll(async () => {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
});

const environment = { ...process.env };

afterAll(async () => {
  process.env = environment;
  await rm(folder, { recursive: true, force: true });
});

describe("the programs on the pages", () => {
  it("are there for every operation, with the class and as a function", () => {
    const onReference = snippets().filter(({ name }) => name.startsWith("docs/sdks/"));
    const calling = onReference.filter(({ operationId }) => operationId !== null);
    expect(calling.map(({ operationId, method, path }) => [operationId, method, path])).toEqual([
      ["ListDomains", "get", "/domains"],
      ["ListDomains", "get", "/domains"],
      ["AddDomain", "post", "/domains"],
      ["AddDomain", "post", "/domains"],
      ["DeleteDomain", "delete", "/domains/{domain_id}"],
      ["DeleteDomain", "delete", "/domains/{domain_id}"],
      ["UpdateDomain", "patch", "/domains/{domain_id}"],
      ["UpdateDomain", "patch", "/domains/{domain_id}"],
    ]);
    const scripts = onReference.flatMap(({ code }) => /^api\.on.*$/m.exec(code) ?? []);
    expect(scripts).toEqual([
      "api.on(listDomains).failsWith(503);",
      "api.on(addDomain).fails(400, body);",
      "api.on(deleteDomain).fails(404, body);",
      "api.on(updateDomain).fails(404, body);",
    ]);
  });
});

describe.each(documents)("the programs on the pages made from %s", (document, generate) => {
  const sdk = join(folder, document.replace(/\W/g, "-"));
  let pages: Compiled;

  beforeAll(async () => {
    await generate(sdk);
    await printed(compiler, ["-p", sdk], sdk);
    const found = snippets(sdk);
    expect(found.length).toBeGreaterThan(0);
    setWebhookSecret(sdk);
    pages = await compiled(found, { sdk, scratch: `${sdk}-programs`, compiler });
  });

  it("compile", () => {
    expect(pages.complaints).toEqual([]);
  });

  it("send documented requests, and print documented responses", async () => {
    const reading = await read(join(root, document));
    if (!reading.ok) throw new Error("the document can't be read");
    expect(await failingPrograms(pages.programs, reading.source.document)).toEqual([]);
  });
});
