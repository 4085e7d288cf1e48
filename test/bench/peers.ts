import { readFileSync } from "node:fs";
import { join } from "node:path";
import { installed, node, root } from "./folders.js";

/** A generator, as its own documentation would have it used for a client of functions over fetch. */
export interface Generator {
  readonly name: string;
  readonly version: string;
  readonly command: (document: string, output: string) => readonly string[];
  /** What holds the client, below the output. */
  readonly client: string;
  /** Statements that export `call`, which lists the domains; `null` where one operation can't be had alone. */
  readonly one: string | null;
  /** The same for the licences of GitHub's API. */
  readonly licenses: string | null;
  /** Statements that export the whole client. */
  readonly whole: string;
}

export const ours: Generator = {
  name: "sdkwright",
  version: versionIn(join(root, "package.json")),
  command: (document, output) => [
    node,
    join(root, "dist/cli.js"),
    "generate",
    document,
    "--output",
    output,
    "--class-name",
    "Clerk",
  ],
  client: "src/index.ts",
  one: `import { ClerkCore } from "./src/core.js";
import { listDomains } from "./src/operations/domains.js";
const client = new ClerkCore({ bearerAuth: "sk_test" });
export const call = () => listDomains(client);`,
  licenses: `import { ClerkCore } from "./src/core.js";
import { getAllCommonlyUsed } from "./src/operations/licenses.js";
export const call = () => getAllCommonlyUsed(new ClerkCore());`,
  whole: 'export * from "./src/index.js";',
};

const heyApi: Generator = {
  name: "@hey-api/openapi-ts",
  version: versionOf("@hey-api/openapi-ts"),
  command: (document, output) => [
    node,
    installed("@hey-api/openapi-ts/bin/run.js"),
    "--input",
    document,
    "--output",
    output,
  ],
  client: "index.ts",
  one: `import { client } from "./client.gen";
import { listDomains } from "./sdk.gen";
client.setConfig({ auth: () => "sk_test" });
export const call = async () => (await listDomains({ throwOnError: true })).data;`,
  licenses: `import { licensesGetAllCommonlyUsed } from "./sdk.gen";
export const call = async () => (await licensesGetAllCommonlyUsed({ throwOnError: true })).data;`,
  whole: 'export * from "./index";',
};

const redocly: Generator = {
  name: "@redocly/cli generate-client --docs",
  version: versionOf("@redocly/cli"),
  command: (document, output) => [
    node,
    installed("@redocly/cli/bin/cli.js"),
    "generate-client",
    document,
    "--output",
    join(output, "client.ts"),
    "--docs",
  ],
  client: "client.ts",
  one: `import { client } from "./client";
client.auth.bearer("sk_test");
export const call = () => client.ListDomains();`,
  licenses: `import { client } from "./client";
export const call = () => client.licenses_get_all_commonly_used();`,
  whole: 'export * from "./client";',
};

const orval: Generator = {
  name: "orval",
  version: versionOf("orval"),
  command: (document, output) => [
    node,
    installed("orval/dist/bin/orval.mjs"),
    "--input",
    document,
    "--output",
    join(output, "client.ts"),
    "--client",
    "fetch",
  ],
  client: "client.ts",
  one: `import { listDomains } from "./client";
const headers = { authorization: "Bearer sk_test" };
export const call = async () => (await listDomains({ headers })).data;`,
  licenses: `import { licensesGetAllCommonlyUsed } from "./client";
export const call = async () => (await licensesGetAllCommonlyUsed()).data;`,
  whole: 'export * from "./client";',
};

const oazapfts: Generator = {
  name: "oazapfts",
  version: versionOf("oazapfts"),
  command: (document, output) => [
    node,
    installed("oazapfts/dist/cli.js"),
    document,
    join(output, "client.ts"),
  ],
  client: "client.ts",
  one: `import { defaults, listDomains } from "./client";
defaults.headers = { authorization: "Bearer sk_test" };
export const call = async () => (await listDomains()).data;`,
  licenses: `import { licensesGetAllCommonlyUsed } from "./client";
export const call = async () => (await licensesGetAllCommonlyUsed({})).data;`,
  whole: 'export * from "./client";',
};

const swaggerTypescriptApi: Generator = {
  name: "swagger-typescript-api",
  version: versionOf("swagger-typescript-api"),
  command: (document, output) => [
    node,
    installed("swagger-typescript-api/dist/cli.mjs"),
    "generate",
    "--path",
    document,
    "--output",
    output,
    "--name",
    "client.ts",
  ],
  client: "client.ts",
  one: null,
  licenses: null,
  whole: 'export * from "./client";',
};

/** Types alone: the least that a generator of clients over it has to do. */
const openapiTypescript: Generator = {
  name: "openapi-typescript + openapi-fetch",
  version: `${versionOf("openapi-typescript")} + ${versionOf("openapi-fetch")}`,
  command: (document, output) => [
    node,
    installed("openapi-typescript/bin/cli.js"),
    document,
    "--output",
    join(output, "client.ts"),
  ],
  client: "client.ts",
  one: `import createClient from "openapi-fetch";
import type { paths } from "./client";
const headers = { authorization: "Bearer sk_test" };
const client = createClient<paths>({ baseUrl: "http://127.0.0.1:4798", headers });
export const call = async () => (await client.GET("/domains")).data;`,
  licenses: `import createClient from "openapi-fetch";
import type { paths } from "./client";
export const call = async () => (await createClient<paths>().GET("/licenses")).data;`,
  whole: 'import createClient from "openapi-fetch";\nexport const client = createClient();',
};

export const generators: readonly Generator[] = [
  ours,
  redocly,
  heyApi,
  orval,
  oazapfts,
  swaggerTypescriptApi,
  openapiTypescript,
];

function versionOf(name: string): string {
  return versionIn(installed(`${name}/package.json`));
}

/** The version of a package. */
export function versionIn(manifest: string): string {
  const { version }: { readonly version: string } = JSON.parse(readFileSync(manifest, "utf8"));
  return version;
}
