import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { fetchClient } from "../../generated/src/fetch.js";
import {
  Clerk,
  type ClerkOptions,
  ConnectionError,
  RequestAbortedError,
  RequestTimeoutError,
  type RetryConfig,
} from "../../generated/src/index.js";
import { type DomainsServer, secretKey, startDomainsServer } from "./domains-server.js";

const quick: RetryConfig = { strategy: "backoff", backoff: { initialInterval: 1 } };

let server: DomainsServer;

beforeEach(async () => {
  server = await startDomainsServer();
});

afterEach(() => server.close());

function byPath(options: ClerkOptions = {}) {
  const given = { serverURL: server.url, bearerAuth: secretKey, retries: quick, ...options };
  return fetchClient(new Clerk(given));
}

const added = { name: "example.com", is_satellite: true } as const;

describe("a client by path", () => {
  it("calls every operation with the credential of the SDK", async () => {
    const client = byPath();
    const { data: domain } = await client.POST("/domains", { body: added });
    expect(domain).toMatchObject({ id: "dmn_2", name: "example.com", is_satellite: true });
    const params = { path: { domain_id: "dmn_2" } };
    const updated = await client.PATCH("/domains/{domain_id}", {
      params,
      body: { proxy_url: null },
    });
    expect(updated.data?.proxy_url).toBeNull();
    expect((await client.GET("/domains")).data?.total_count).toBe(2);
    const { data: deleted } = await client.DELETE("/domains/{domain_id}", { params });
    expect(deleted).toEqual({ object: "domain", id: "dmn_2", deleted: true });
    expect(server.requests).toEqual([
      "POST /v1/domains",
      "PATCH /v1/domains/dmn_2",
      "GET /v1/domains",
      "DELETE /v1/domains/dmn_2",
    ]);
    expect(server.bodies).toEqual([JSON.stringify(added), '{"proxy_url":null}']);
  });

  it("tries again by the policy of the operation", async () => {
    server.faults.push({ kind: "status", status: 503 }, { kind: "drop" });
    const { data, error } = await byPath().GET("/domains");
    expect([data?.total_count, error]).toEqual([1, undefined]);
    expect(server.requests).toEqual(["GET /v1/domains", "GET /v1/domains", "GET /v1/domains"]);
  });

  it("returns an error status as the error of openapi-fetch", async () => {
    const params = { path: { domain_id: "dmn_1" } };
    const { data, error, response } = await byPath().DELETE("/domains/{domain_id}", { params });
    expect(data).toBeUndefined();
    expect(error?.errors[0]?.code).toBe("primary_domain");
    expect(response.status).toBe(403);
    expect(response.url).toBe(`${server.url}/domains/dmn_1`);
  });

  it("encodes path values as the SDK does", async () => {
    const params = { path: { domain_id: "a/b?c" } };
    await byPath().DELETE("/domains/{domain_id}", { params });
    expect(server.requests).toEqual(["DELETE /v1/domains/a%2Fb%3Fc"]);
  });

  it("rejects when the connection breaks, with an error of the SDK", async () => {
    server.faults.push({ kind: "drop" });
    const client = byPath({ retries: { strategy: "none" } });
    await expect(client.GET("/domains")).rejects.toBeInstanceOf(ConnectionError);
  });

  it("reads the body within the time limit", async () => {
    server.faults.push({ kind: "slow body" });
    const client = byPath({ timeoutMs: 100, retries: { strategy: "none" } });
    await expect(client.GET("/domains")).rejects.toBeInstanceOf(RequestTimeoutError);
  });

  it("returns a stream as soon as the headers are there", async () => {
    server.faults.push({ kind: "slow body" });
    const { data, response } = await byPath().GET("/domains", { parseAs: "stream" });
    expect(response.status).toBe(200);
    const { value } = await (data ?? new Blob().stream()).getReader().read();
    expect(new TextDecoder().decode(value)).toBe('{"data":');
  });

  it("is ended by the signal of a call", async () => {
    server.faults.push({ kind: "hang" });
    const controller = new AbortController();
    const call = byPath().GET("/domains", { signal: controller.signal });
    controller.abort();
    await expect(call).rejects.toBeInstanceOf(RequestAbortedError);
  });

  it("calls the hooks of the SDK, and sends the headers of a call", async () => {
    const seen: unknown[] = [];
    const client = byPath({
      hooks: {
        beforeRequest: ({ operation, request }) => {
          seen.push(
            operation.id,
            request.headers.get("X-Trace"),
            request.headers.get("User-Agent"),
          );
        },
      },
    });
    await client.GET("/domains", { headers: { "X-Trace": "1" } });
    expect(seen).toEqual(["ListDomains", "1", "clerk-domains/0.1.0"]);
  });

  it("accepts options for all of its calls, and a server for one", async () => {
    const elsewhere = new Clerk({ serverURL: "http://127.0.0.1:1", bearerAuth: secretKey });
    const client = fetchClient(elsewhere, { headers: { Authorization: "Bearer other" } });
    const { response } = await client.GET("/domains", { baseUrl: server.url });
    expect(response.status).toBe(401);
  });
});

describe("middleware of openapi-fetch", () => {
  it("sees the request, may replace it, and sees the response", async () => {
    const client = byPath();
    const statuses: number[] = [];
    client.use({
      onRequest: ({ request }) => {
        const body = JSON.stringify({ ...added, name: "other.example" });
        return new Request(request, { body });
      },
      onResponse: ({ response }) => void statuses.push(response.status),
    });
    const { data } = await client.POST("/domains", { body: added });
    expect(data?.name).toBe("other.example");
    expect(statuses).toEqual([200]);
  });

  it("of one call may not replace the request", async () => {
    const replace = { onRequest: ({ request }: { request: Request }) => new Request(request) };
    await expect(byPath().GET("/domains", { middleware: [replace] })).rejects.toThrow(
      "register middleware that replaces the request with `use()`",
    );
  });

  it("a fetch of one call is refused", async () => {
    const call = byPath().GET("/domains", { fetch: globalThis.fetch });
    await expect(call).rejects.toThrow("pass `fetch` to the SDK's client, not to a call");
  });
});
