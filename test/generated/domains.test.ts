import { afterEach, beforeEach, describe, expect, it } from "vitest";
import {
  Clerk,
  ClerkBaseError,
  ClerkCore,
  ClerkErrors,
  type ClerkOptions,
  ConnectionError,
  InvalidRequestError,
  listDomains,
  RequestAbortedError,
  RequestTimeoutError,
  ResponseDecodeError,
  type RetryConfig,
  SDKError,
  updateDomain,
} from "../../generated/src/index.js";
import { type DomainsServer, secretKey, startDomainsServer } from "./domains-server.js";

const quick: RetryConfig = {
  strategy: "backoff",
  backoff: { initialInterval: 1, maxInterval: 5000 },
};

let server: DomainsServer;

beforeEach(async () => {
  server = await startDomainsServer();
});

afterEach(() => server.close());

function client(options: ClerkOptions = {}): Clerk {
  return new Clerk({ serverURL: server.url, bearerAuth: secretKey, retries: quick, ...options });
}

/** What a call fails with; a success is a failure of the test. */
async function failureOf(call: Promise<unknown>): Promise<unknown> {
  return call.then(
    (value) => {
      throw new Error(`succeeded with ${JSON.stringify(value)}`);
    },
    (error: unknown) => error,
  );
}

describe("the life of a domain", () => {
  it("adds, lists, updates and deletes it", async () => {
    const clerk = client();
    const domain = await clerk.domains.add({
      name: "example.com",
      is_satellite: true,
      proxy_url: "https://proxy.example.com",
    });
    expect(domain).toMatchObject({ id: "dmn_2", name: "example.com", is_satellite: true });

    const updated = await clerk.domains.update({ domain_id: domain.id, proxy_url: null });
    expect(updated.proxy_url).toBeNull();

    const { data, total_count: count } = await clerk.domains.list();
    expect(data.map(({ name }) => name)).toEqual(["primary.example", "example.com"]);
    expect(count).toBe(2);

    const deleted = await clerk.domains.delete({ domain_id: domain.id });
    expect(deleted).toEqual({ object: "domain", id: "dmn_2", deleted: true });
    expect(server.requests).toEqual([
      "POST /v1/domains",
      "PATCH /v1/domains/dmn_2",
      "GET /v1/domains",
      "DELETE /v1/domains/dmn_2",
    ]);
  });

  it("is the same through the functions", async () => {
    const core = new ClerkCore({ serverURL: server.url, bearerAuth: secretKey });
    const updated = await updateDomain(core, { domain_id: "dmn_1", name: "new.example" });
    const { data } = await listDomains(core);
    expect(data).toEqual([updated]);
  });

  it("sends null and leaves undefined out", async () => {
    const fields: Record<string, unknown> = { name: undefined };
    await client().domains.update({ domain_id: "dmn_1", proxy_url: null, ...fields });
    expect(server.bodies).toEqual(['{"proxy_url":null}']);
  });
});

describe("forms of a call", () => {
  it("return the response next to the value", async () => {
    const { data, response } = await client().domains.list().withResponse();
    expect(data.total_count).toBe(1);
    expect(response.status).toBe(200);
  });

  it("return the outcome as a value", async () => {
    const result = await client().domains.list().result();
    expect(result).toMatchObject({ ok: true, value: { total_count: 1 } });
  });

  it("send one request however often they are read", async () => {
    const call = client().domains.list();
    await Promise.all([call, call.result(), call.withResponse(), call]);
    expect(server.requests).toEqual(["GET /v1/domains"]);
  });
});

describe("documented errors", () => {
  it.each([
    [
      400,
      "is_satellite has to be true",
      (clerk: Clerk) => clerk.domains.add({ name: "a.example", is_satellite: false as true }),
    ],
    [
      403,
      "the primary domain stays",
      (clerk: Clerk) => clerk.domains.delete({ domain_id: "dmn_1" }),
    ],
    [404, "not found", (clerk: Clerk) => clerk.domains.update({ domain_id: "dmn_9" })],
    [422, "name is missing", (clerk: Clerk) => clerk.domains.add({ name: "", is_satellite: true })],
  ])("carry the status %i and the payload", async (status, message, call) => {
    const error = await failureOf(call(client()));
    expect(error).toBeInstanceOf(ClerkErrors);
    expect(error).toBeInstanceOf(ClerkBaseError);
    expect(error).toMatchObject({
      kind: "response",
      status,
      attempts: 1,
      body: { errors: [{ message }], clerk_trace_id: "trace_1" },
    });
  });

  it("have the payload of 402 once the plan is used up", async () => {
    const clerk = client();
    await clerk.domains.add({ name: "a.example", is_satellite: true });
    await clerk.domains.add({ name: "b.example", is_satellite: true });
    const result = await clerk.domains.add({ name: "c.example", is_satellite: true }).result();
    expect(result).toMatchObject({ ok: false, error: { name: "ClerkErrors", status: 402 } });
  });

  it("are SDKError for other statuses", async () => {
    const error = await failureOf(client({ bearerAuth: "sk_wrong" }).domains.list());
    expect(error).toBeInstanceOf(SDKError);
    expect(error).toMatchObject({
      status: 401,
      body: { errors: [{ code: "authentication_invalid" }] },
    });
  });
});

describe("faults of the server", () => {
  it("of 500 are tried again until it answers", async () => {
    server.faults.push({ kind: "status", status: 500 }, { kind: "status", status: 503 });
    expect((await client().domains.list()).total_count).toBe(1);
    expect(server.requests).toHaveLength(3);
  });

  it("of 500 end as an error after three attempts", async () => {
    server.faults.push(...[500, 500, 500].map((status) => ({ kind: "status", status }) as const));
    expect(await failureOf(client().domains.list())).toMatchObject({ status: 500, attempts: 3 });
  });

  it("of 500 are not retried if the request isn't idempotent", async () => {
    server.faults.push({ kind: "status", status: 500 });
    const call = client().domains.add({ name: "a.example", is_satellite: true });
    expect(await failureOf(call)).toMatchObject({ status: 500, attempts: 1 });
  });

  it("of 429 are retried after the delay, also for requests that aren't idempotent", async () => {
    server.faults.push({ kind: "status", status: 429, headers: { "Retry-After": "0.01" } });
    const domain = await client().domains.add({ name: "a.example", is_satellite: true });
    expect(domain.id).toBe("dmn_2");
  });

  it("of 429 end at once if the delay is too long", async () => {
    server.faults.push({ kind: "status", status: 429, headers: { "Retry-After": "120" } });
    const error = await failureOf(client().domains.list());
    expect(error).toMatchObject({ status: 429, attempts: 1, retryAfterMs: 120_000 });
  });

  it("follow the policy of the document if no other is set", async () => {
    server.faults.push({ kind: "status", status: 429, headers: { "Retry-After": "0" } });
    const call = client({ retries: undefined }).domains.list();
    expect(await failureOf(call)).toMatchObject({ status: 429, attempts: 1 });
  });

  it.each([
    ["malformed JSON", '{"data":['],
    ["an empty body", ""],
  ])("in the form of %s are members of the union", async (_, body) => {
    server.faults.push({ kind: "body", body });
    const result = await client().domains.list().result();
    expect(result.ok ? null : result.error).toBeInstanceOf(ResponseDecodeError);
    expect(result).toMatchObject({ error: { kind: "decode", rawBody: body } });
  });

  it("of a slow body are timeouts", async () => {
    server.faults.push({ kind: "slow body" });
    const error = await failureOf(client({ timeoutMs: 50 }).domains.list());
    expect(error).toBeInstanceOf(RequestTimeoutError);
    expect(error).toMatchObject({ timeoutMs: 50, attempts: 1 });
  });

  it("of a dropped connection are retried", async () => {
    server.faults.push({ kind: "drop" });
    expect((await client().domains.list()).total_count).toBe(1);
  });

  it("of connections that always drop end as an error", async () => {
    server.faults.push({ kind: "drop" }, { kind: "drop" }, { kind: "drop" });
    expect(await failureOf(client().domains.list())).toBeInstanceOf(ConnectionError);
  });

  it("end when the caller aborts", async () => {
    server.faults.push({ kind: "hang" });
    const controller = new AbortController();
    const call = client().domains.delete({ domain_id: "dmn_2" }, { signal: controller.signal });
    controller.abort(new Error("enough"));
    expect(await failureOf(call)).toBeInstanceOf(RequestAbortedError);
  });
});

describe("credentials", () => {
  it("may come from a function", async () => {
    const clerk = client({ bearerAuth: async () => secretKey });
    expect((await clerk.domains.list()).total_count).toBe(1);
  });

  it("may come from the environment", async () => {
    process.env["CLERK_BEARER_AUTH"] = secretKey;
    try {
      expect((await client({ bearerAuth: undefined }).domains.list()).total_count).toBe(1);
    } finally {
      delete process.env["CLERK_BEARER_AUTH"];
    }
  });

  it("that are missing are an error before anything is sent", async () => {
    const error = await failureOf(client({ bearerAuth: undefined }).domains.list());
    expect(error).toBeInstanceOf(InvalidRequestError);
    expect(error).toMatchObject({
      attempts: 0,
      message: "ListDomains: no credential: set bearerAuth (or CLERK_BEARER_AUTH)",
    });
    expect(server.requests).toEqual([]);
  });
});

describe("path values", () => {
  it.each(["", ".", ".."])("%j are refused before anything is sent", async (id) => {
    const error = await failureOf(client().domains.delete({ domain_id: id }));
    expect(error).toBeInstanceOf(InvalidRequestError);
    expect(server.requests).toEqual([]);
  });

  it("are encoded", async () => {
    await failureOf(client().domains.delete({ domain_id: "../domains?x" }));
    expect(server.requests).toEqual(["DELETE /v1/domains/..%2Fdomains%3Fx"]);
  });
});

describe("options of a call", () => {
  it("go before the client's", async () => {
    const clerk = client({ serverURL: "http://127.0.0.1:9", timeoutMs: 1 });
    const list = await clerk.domains.list({ serverURL: server.url, timeoutMs: 10_000 });
    expect(list.total_count).toBe(1);
  });

  it("may be the only argument, or follow an undefined one", async () => {
    const aborted = { signal: AbortSignal.abort() };
    expect(await failureOf(client().domains.list(aborted))).toBeInstanceOf(RequestAbortedError);
    expect(await failureOf(client().domains.list({}, aborted))).toBeInstanceOf(RequestAbortedError);
  });
});
