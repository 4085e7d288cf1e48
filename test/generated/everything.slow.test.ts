import { mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sdkwright } from "../command.js";
import { root } from "../imports.js";
import { strictFlags } from "../strict-flags.js";
import { compilers, output } from "./compilers.js";
import { snippets } from "./snippets.js";

// Below the root, where a package finds what it depends on.
const folder = join(root, "node_modules/.sdkwright-everything");

/** The strictest that a user may set, whatever the emitted `tsconfig.json` says. */
const strictest = { ...strictFlags, allowUnreachableCode: false, allowUnusedLabels: false };

const program = {
  rootDir: folder,
  declaration: false,
  declarationMap: false,
  sourceMap: false,
  paths: {
    everything: [join(folder, "sdk/src/index.ts")],
    "everything/*": [join(folder, "sdk/src/*.ts")],
  },
};

/** Calls that must compile, and calls below `@ts-expect-error` that must not. */
const calls = `
import { Everything, type NamedFile } from "everything";

const everything = new Everything({
  server: "own",
  serverVariables: { tenant: "a", region: "ap", index: "b" },
  origin: new URL("https://a.example"),
  clientID: "a",
  clientSecret: async () => "b",
  logger: console,
});

const { accounts, pets, photos, orders, search, notes } = everything;
const stream = new Blob().stream();
const file: NamedFile = { name: "a.png", content: stream, type: "image/png" };

export const blob: Blob = await photos.get({ id: "1" });
export const bytes: ArrayBuffer = await photos.export({ as: "arrayBuffer" });
export const read: ReadableStream<Uint8Array> = await photos.get({ id: "1" }, { as: "stream" });
export const either: string | Blob = await notes.put({ body: "a" });
export const found: string = await search.pets({ words: ["a"], shape: { tall: true } });

export const account = await accounts.open({ kind: "account", owner: "a", secret: "b" });
export const owners: readonly [string, string] = [account.id, account.owner];
export const imported = await accounts.import({
  accounts: [{ kind: "account", owner: "a", secret: "b" }],
  first: { account: { kind: "account", owner: "a", secret: "b" } },
});
export const ids: readonly string[] = imported.accounts.map(({ id, owner }) => id + owner);
export const made: string | undefined = imported.first?.made;
export const { size } = await accounts.size({ id: "1", size: 3, further: true });

export const sent = [
  accounts.note({ id: "1" }),
  accounts.note({ id: "1", note: "a", further: true }),
  accounts.file({ note: "a", body: { file: blob } }),
  accounts.pay({ id: "1", body: { by: "card", number: "4" } }),
  accounts.pay({ id: "1", body: { by: "iban", iban: "XX" } }),
  pets.put({ id: "1", query_id: "1", name: "a" }),
  photos.putPhoto({ id: "1", body: stream }),
  photos.putPhoto({ id: "1", body: new Uint8Array(1) }),
  photos.replace({ id: "1" }),
  photos.add({ id: "1", cover: file, photos: [file, blob], about: { message: "a" } }),
  photos.putPhotos(),
  photos.putPhotos({ file: blob, note: null }),
  orders.place({ petId: "1" }, { idempotencyKey: "a" }),
  orders.repeat({ idempotencyKey: "a", as: "blob" }),
];

export const wrong = [
  // @ts-expect-error there is no such server
  new Everything({ server: 3 }),
  // @ts-expect-error there is no such region
  new Everything({ serverVariables: { region: "mars" } }),
  // @ts-expect-error the option as has no such value
  photos.get({ id: "1" }, { as: "text" }),
  // @ts-expect-error only binary answers can be read in another form
  notes.add({ body: [] }, { as: "blob" }),
  // @ts-expect-error a string isn't a file
  photos.add({ id: "1", cover: "a", photos: [], about: { message: "a" } }),
  // @ts-expect-error a single file isn't a list of files
  photos.add({ id: "1", cover: blob, photos: blob, about: { message: "a" } }),
  // @ts-expect-error an optional body needs its required fields
  photos.putPhotos({ note: "a" }),
  // @ts-expect-error a read-only field can't be sent
  accounts.file({ body: { id: "1", file: blob } }),
  // @ts-expect-error nor inside a list
  accounts.import({ accounts: [{ id: "1", kind: "account", owner: "a", secret: "b" }] }),
  // @ts-expect-error nor inside an object
  accounts.import({ accounts: [], first: { made: "now" } }),
  // @ts-expect-error a required write-only field must be sent
  accounts.import({ accounts: [{ kind: "account", owner: "a" }] }),
  // @ts-expect-error and is never returned
  imported.accounts[0]?.secret,
  // @ts-expect-error the discriminator selects the other member
  accounts.pay({ id: "1", body: { by: "card", iban: "XX" } }),
  // @ts-expect-error the discriminator is required
  accounts.pay({ id: "1", body: { iban: "XX" } }),
  // @ts-expect-error an open object still has required fields
  accounts.size({ id: "1", further: true }),
  // @ts-expect-error a write-only field isn't in a result
  account.secret,
  // @ts-expect-error nor in an inline result
  (await accounts.size({ id: "1", size: 3 })).code,
  // @ts-expect-error this operation takes no idempotency key
  photos.putPhotos({}, { idempotencyKey: "a" }),
];
`;

/** A project below the folder, with the flags that the package comes with and these. */
function writeProject(name: string, compilerOptions: object, include: string): Promise<void> {
  const config = {
    extends: "./sdk/tsconfig.json",
    compilerOptions: { ...compilerOptions, noEmit: true },
    include: [include],
  };
  return writeFile(join(folder, name), JSON.stringify(config));
}

beforeAll(async () => {
  await rm(folder, { recursive: true, force: true });
  await mkdir(join(folder, "pages"), { recursive: true });
  const document = join(root, "test/fixtures/everything.openapi.yaml");
  const run = await sdkwright(folder, ["generate", document, "--output", "sdk"]);
  const stderr = `${document}:326:11 warning the server has {index}, which \`variables\` doesn't declare; every client has to set the option \`serverVariables\`: describe it there with a \`default\`\n`;
  expect(run).toMatchObject({ code: 0, stderr });
  await writeFile(join(folder, "calls.ts"), calls);
  for (const [index, { code }] of snippets(join(folder, "sdk")).entries()) {
    // An import or export makes a file a module, so that its top level may wait.
    await writeFile(join(folder, `pages/${index}.ts`), `${code}\nexport {};\n`);
  }
  await writeProject("package.tsconfig.json", strictest, "sdk/src");
  await writeProject("calls.tsconfig.json", program, "calls.ts");
  // Programs that open files have the types of Node.
  const node = { ...program, types: ["node"], skipLibCheck: true };
  await writeProject("pages.tsconfig.json", node, "pages");
});

afterAll(() => rm(folder, { recursive: true, force: true }));

describe.each(compilers)("of a document with everything, under %s,", (_, compiler) => {
  const check = (project: string) => output(compiler, "-p", join(folder, project));

  it("the package has no type error with the strictest flags", async () => {
    expect(await check("package.tsconfig.json")).toBe("");
  });

  it("the calls that must compile do, and those that must not don't", async () => {
    expect(await check("calls.tsconfig.json")).toBe("");
  });

  it("the programs on the pages compile", async () => {
    expect(await check("pages.tsconfig.json")).toBe("");
  });
});
