import { join } from "node:path";
import { setupServer } from "msw/node";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { double } from "#double/msw";
import { handlers } from "#handlers/msw";
import { addDomain, Clerk, deleteDomain, listDomains, updateDomain } from "#sdk/msw";
import { snippets } from "../generated/snippets.js";
import { compiled } from "../snippets/compile.js";
import { compiler, packages } from "./folders.js";

let api = double();
let server = setupServer();
/** What MSW says of requests without a handler. */
let unhandled: string[] = [];

beforeEach(() => {
  api = double();
  server = setupServer(...handlers(api));
  unhandled = [];
  server.listen({
    onUnhandledFrame: async ({ frame, defaults }) => {
      unhandled.push(await frame.getUnhandledMessage());
      defaults.error();
    },
  });
});

afterEach(() => server.close());

// The client in these tests doesn't have the options of the double.
const clerk = new Clerk({ bearerAuth: "test", retries: { strategy: "none" } });
const domain_id = "dmn_1";

describe("MSW with the handlers of a double", () => {
  it("answers calls with the scripts of their operations", async () => {
    const deleted = { object: "domain", id: domain_id, deleted: true };
    api.on(deleteDomain).replies(deleted);
    api.on(listDomains).replies({ data: [], total_count: 0 });
    expect(await clerk.domains.delete({ domain_id })).toEqual(deleted);
    expect(await clerk.domains.list()).toEqual({ data: [], total_count: 0 });
    expect(api.calls(deleteDomain).map(({ method, url }) => `${method} ${url}`)).toEqual([
      "DELETE https://api.clerk.com/v1/domains/dmn_1",
    ]);
    api.done();
  });

  it("answers with documented failures", async () => {
    const body = { errors: [{ code: "gone", message: "gone", long_message: "No such domain." }] };
    api.on(updateDomain).fails(404, body);
    const result = await clerk.domains.update({ domain_id, name: "a.test" }).result();
    if (result.ok || result.error.status !== 404) throw new Error("it should fail with 404");
    expect(result.error.body.errors[0]?.code).toBe("gone");
    const [call] = api.calls(updateDomain);
    expect(new TextDecoder().decode(call?.bytes)).toBe('{"name":"a.test"}');
  });

  it("loses connections", async () => {
    api.on(listDomains).drops("before-headers").once();
    api.on(listDomains).drops("mid-body");
    for (const _ of ["before the headers", "in the body"]) {
      const result = await clerk.domains.list().result();
      expect(result).toMatchObject({ ok: false, error: { kind: "connection" } });
    }
  });

  it("answers other clients of the API", async () => {
    api.on(listDomains).replies({ data: [], total_count: 0 });
    const response = await fetch("https://api.clerk.com/v1/domains");
    expect(await response.json()).toEqual({ data: [], total_count: 0 });
  });

  it("leaves a request without a script to MSW", async () => {
    api.on(listDomains).replies({ data: [], total_count: 0 });
    const result = await addDomain(clerk, { name: "a.test", is_satellite: true }).result();
    expect(result.ok).toBe(false);
    expect(unhandled.join()).toContain("POST https://api.clerk.com/v1/domains");
  });
});

it("the guide to testing has a program for MSW that compiles", async () => {
  const sdk = join(packages, "msw");
  const found = snippets(sdk).filter(({ code }) => code.includes('from "msw/node"'));
  expect(found).toHaveLength(1);
  const scratch = join(packages, "msw-programs");
  const { complaints } = await compiled(found, { sdk, scratch, compiler });
  expect(complaints).toEqual([]);
});
