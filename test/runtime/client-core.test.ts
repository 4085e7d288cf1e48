import { inspect } from "node:util";
import { afterEach, expect, test, vi } from "vitest";
import { call } from "../../templates/runtime/call.js";
import { ClientCore, type OptionsOnly, optionsIn } from "../../templates/runtime/client-core.js";
import { callThing, clientWith, listThings } from "./things.js";

afterEach(() => {
  vi.unstubAllGlobals();
});

test("printing a client never prints its credentials", () => {
  const client = clientWith({
    credentials: { bearerAuth: "s3cret" },
    headers: { Authorization: "s3cret" },
  });
  const printed = [
    inspect(client, { depth: 20, showHidden: true }),
    JSON.stringify(client),
    String(client),
  ];
  expect(printed.filter((print) => print.includes("s3cret"))).toEqual([]);
});

test("the settings are those of the client", () => {
  const options = { timeoutMs: 1 };
  const credentials = { bearerAuth: "t" };
  const settings = ClientCore.settingsOf(new ClientCore(options, { server: "/" }, credentials));
  expect(settings).toMatchObject({ options, api: { server: "/" }, credentials });
});

test("the global fetch is looked up at each call", async () => {
  const client = clientWith({ serverURL: "http://127.0.0.1" });
  for (const answer of [1, 2]) {
    vi.stubGlobal("fetch", async () => Response.json(answer));
    await expect(call(client, listThings, {})).resolves.toBe(answer);
  }
});

test("a custom fetch is called with the URL, and not as a method of the options", async () => {
  const seen: unknown[] = [];
  async function fetch(this: unknown, url: string | Request) {
    seen.push(this, url);
    return Response.json({});
  }
  await callThing({ serverURL: "http://127.0.0.1", fetch }, listThings);
  expect(seen).toEqual([undefined, "http://127.0.0.1/things"]);
});

const options = { timeoutMs: 1 };
test.each<{ name: string; args: OptionsOnly; want: object | undefined }>([
  { name: "nothing", args: [], want: undefined },
  { name: "the options alone", args: [options], want: options },
  { name: "an empty object", args: [{}], want: {} },
  { name: "an empty object and the options", args: [{}, options], want: options },
])("the options of an operation without arguments: $name", ({ args, want }) => {
  expect(optionsIn(args)).toEqual(want);
});
