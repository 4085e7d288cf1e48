import { describe, expect, test } from "vitest";
import { Clerk } from "../../generated/src/index.js";
import {
  addDomain,
  deleteDomain,
  listDomains,
  updateDomain,
} from "../../generated/src/operations/domains.js";
import { double } from "../../generated/src/testing.js";

const notFound = {
  errors: [{ message: "not found", long_message: "No such domain.", code: "resource_not_found" }],
};

function setUp(options?: Parameters<typeof double>[0]) {
  const api = double(options);
  const clerk = new Clerk({ bearerAuth: "test", ...api.options });
  return { api, clerk };
}

describe("every member of an error union can be provoked:", () => {
  test.each([400, 402, 422] as const)(
    "the payload of %d when a domain is added",
    async (status) => {
      const { api, clerk } = setUp();
      api.on(addDomain).fails(status, notFound);
      const result = await clerk.domains.add({ name: "a.test", is_satellite: true }).result();
      expect(result).toMatchObject({
        ok: false,
        error: { name: "ClerkErrors", status, body: notFound },
      });
    },
  );

  test.each([403, 404] as const)("the payload of %d when one is deleted", async (status) => {
    const { api, clerk } = setUp();
    api.on(deleteDomain).fails(status, notFound);
    const result = await clerk.domains.delete({ domain_id: "d" }).result();
    expect(result).toMatchObject({ ok: false, error: { name: "ClerkErrors", status } });
  });

  test.each([400, 404, 422] as const)("the payload of %d when one is updated", async (status) => {
    const { api, clerk } = setUp();
    api.on(updateDomain).fails(status, notFound);
    const result = await clerk.domains.update({ domain_id: "d" }).result();
    expect(result).toMatchObject({ ok: false, error: { name: "ClerkErrors", status } });
  });

  test("a status that isn't documented", async () => {
    const { api, clerk } = setUp();
    api.on(listDomains).failsWith(418, { body: "teapot" });
    const result = await clerk.domains.list().result();
    expect(result).toMatchObject({
      ok: false,
      error: { name: "SDKError", status: 418, body: "teapot" },
    });
  });

  test("a lost connection", async () => {
    const { api, clerk } = setUp();
    api.on(addDomain).drops("before-headers");
    const result = await clerk.domains.add({ name: "a.test", is_satellite: true }).result();
    expect(result).toMatchObject({ ok: false, error: { kind: "connection" } });
  });

  test("a time limit", async () => {
    const { api, clerk } = setUp();
    api.on(listDomains).hangs();
    const result = clerk.domains.list().result();
    await api.clock.run();
    expect(await result).toMatchObject({ ok: false, error: { kind: "timeout" } });
  });

  test("an abort", async () => {
    const { api, clerk } = setUp();
    api.on(listDomains).hangs();
    const signal = AbortSignal.abort("enough");
    const result = await clerk.domains.list({ signal }).result();
    expect(result).toMatchObject({ ok: false, error: { kind: "aborted" } });
  });

  test("an invalid request", async () => {
    const { clerk } = setUp();
    const result = await clerk.domains.delete({ domain_id: ".." }).result();
    expect(result).toMatchObject({ ok: false, error: { kind: "invalid-request" } });
  });

  test("an unreadable body", async () => {
    const { api, clerk } = setUp();
    api.on(listDomains).sends("{", { contentType: "application/json" });
    const result = await clerk.domains.list().result();
    expect(result).toMatchObject({ ok: false, error: { kind: "decode", httpStatus: 200 } });
  });
});

test("the calls are typed by their operation", async () => {
  const { api, clerk } = setUp({ answers: "examples" });
  await clerk.domains.add({ name: "a.test", is_satellite: true });
  expect(api.calls(addDomain).at(0)?.request.name).toBe("a.test");
});

test("the examples are those of the document", async () => {
  const { clerk } = setUp({ answers: "examples" });
  expect(await clerk.domains.delete({ domain_id: "d" })).toEqual({
    object: "domain",
    id: "domain_12345",
    deleted: true,
  });
});

test("a script that the document doesn't allow doesn't compile", () => {
  const { api } = setUp();
  // @ts-expect-error the payload has no such field
  api.on(addDomain).fails(400, { message: "no" });
  // @ts-expect-error the operation doesn't document this status
  api.on(addDomain).fails(404, notFound);
  // @ts-expect-error the operation documents no payload
  api.on(listDomains).fails(400, notFound);
  // @ts-expect-error the value is another one
  api.on(deleteDomain).replies({ id: 1 });
  expect(() => api.on(() => 1)).toThrow("calls no operation");
});
