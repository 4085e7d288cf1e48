import { cp, mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { read } from "../../generator/read/read.js";
import { noChanges } from "../../generator/read/source.js";
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
const documents: readonly {
  readonly document: string;
  readonly more?: string;
  readonly generate: (to: string) => Promise<unknown>;
}[] = [
  {
    document: "spec/domains.openapi.yaml",
    generate: (to) => cp(join(root, "generated"), to, { recursive: true }),
  },
  {
    document: "test/fixtures/everything.openapi.yaml",
    more: "test/fixtures/webhooks.openapi.yaml",
    generate: joined,
  },
  ...["newer", "shapes", "streams", "webhooks", "callbacks"].map((name) => {
    const document = `test/fixtures/${name}.openapi.yaml`;
    const generate = (to: string) =>
      sdkwright(folder, ["generate", join(root, document), "--output", to]);
    return { document, generate };
  }),
];

/** One package of operations and webhooks. */
async function joined(to: string) {
  const input = ["everything", "webhooks"].map((name) =>
    join(root, `test/fixtures/${name}.openapi.yaml`),
  );
  const config = join(folder, "joined.json");
  await writeFile(config, JSON.stringify({ input, output: to }));
  return sdkwright(folder, ["generate", "--config", config]);
}

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

describe.each(documents)("the programs on the pages made from $document", (each) => {
  const { document, generate, more } = each;
  const sdk = join(folder, `${document}${more ?? ""}`.replace(/\W/g, "-"));
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
    const moreInputs = more === undefined ? [] : [join(root, more)];
    const options = { ...noChanges, moreInputs };
    const reading = await read(join(root, document), undefined, options);
    if (!reading.ok) throw new Error("the document can't be read");
    expect(await failingPrograms(pages.programs, reading.source.document)).toEqual([]);
  });
});
