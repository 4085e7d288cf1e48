import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** What the next requests get instead of an answer of the API. */
export type Fault =
  | { readonly kind: "status"; readonly status: number; readonly headers?: Record<string, string> }
  | { readonly kind: "body"; readonly body: string }
  | { readonly kind: "slow body" }
  | { readonly kind: "hang" }
  | { readonly kind: "drop" };

/** The Domains API on 127.0.0.1, with state. */
export interface DomainsServer {
  readonly url: string;
  /** Every request, as `METHOD /path`. */
  readonly requests: string[];
  /** The bodies of the requests that had one, as sent. */
  readonly bodies: string[];
  /** Each is used for one request; then the API answers again. */
  readonly faults: Fault[];
  close(): Promise<void>;
}

interface StoredDomain {
  readonly object: "domain";
  readonly id: string;
  readonly name: string;
  readonly is_satellite: boolean;
  readonly frontend_api_url: string;
  readonly development_origin: string;
  readonly proxy_url?: string | null;
}

interface Answer {
  readonly status: number;
  readonly payload: unknown;
}

export const secretKey = "sk_test_loopback";

/**
 * @param key the secret key that is right.
 * @param satellite the ID of a domain that is there from the start, beside the primary one.
 */
export async function startDomainsServer(
  key = secretKey,
  satellite?: string,
): Promise<DomainsServer> {
  const requests: string[] = [];
  const bodies: string[] = [];
  const faults: Fault[] = [];
  const primary = storedDomain("dmn_1", { name: "primary.example", is_satellite: false });
  const domains = new Map([[primary.id, primary]]);
  if (satellite) domains.set(satellite, storedDomain(satellite, { name: "satellite.example" }));
  const server = createServer(async (request, response) => {
    const body = await textOf(request);
    requests.push(`${request.method} ${request.url}`);
    if (body !== "") bodies.push(body);
    const fault = faults.shift();
    if (fault !== undefined) return fail(response, fault);
    const { status, payload } = answerTo(request, body, domains, key);
    response.writeHead(status, { "Content-Type": "application/json" });
    response.end(JSON.stringify(payload));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  // The cast states what listening on a port guarantees.
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/v1`,
    requests,
    bodies,
    faults,
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

function answerTo(
  request: IncomingMessage,
  body: string,
  domains: Map<string, StoredDomain>,
  key: string,
): Answer {
  if (request.headers.authorization !== `Bearer ${key}`) {
    return refusal(401, "authentication_invalid", "the secret key is wrong");
  }
  const [, id] = /^\/v1\/domains(?:\/([^/]+))?$/.exec(request.url ?? "") ?? [];
  const found = domains.get(id ?? "");
  switch (`${request.method} ${id === undefined ? "all" : "one"}`) {
    case "GET all":
      return { status: 200, payload: { data: [...domains.values()], total_count: domains.size } };
    case "POST all":
      return add(JSON.parse(body), domains);
    case "PATCH one":
      return found ? update(found, JSON.parse(body), domains) : notFound();
    case "DELETE one":
      return found ? remove(found, domains) : notFound();
    default:
      return refusal(405, "method_not_allowed", "no such method");
  }
}

function add(fields: Partial<StoredDomain>, domains: Map<string, StoredDomain>): Answer {
  const { name = "" } = fields;
  if (!fields.is_satellite)
    return refusal(400, "form_param_value_invalid", "is_satellite has to be true");
  if (name === "") return refusal(422, "form_param_missing", "name is missing");
  if (domains.size >= 3) return refusal(402, "plan_limit", "the plan allows three domains");
  const domain = storedDomain(`dmn_${domains.size + 1}`, fields);
  domains.set(domain.id, domain);
  return { status: 200, payload: domain };
}

function update(
  found: StoredDomain,
  fields: Partial<StoredDomain>,
  domains: Map<string, StoredDomain>,
): Answer {
  if (fields.name === "") return refusal(422, "form_param_format_invalid", "name is empty");
  const domain = { ...found, ...fields };
  domains.set(domain.id, domain);
  return { status: 200, payload: domain };
}

function remove(
  { id, is_satellite: isSatellite }: StoredDomain,
  domains: Map<string, StoredDomain>,
): Answer {
  if (!isSatellite) return refusal(403, "primary_domain", "the primary domain stays");
  domains.delete(id);
  return { status: 200, payload: { object: "domain", id, deleted: true } };
}

function notFound(): Answer {
  return refusal(404, "resource_not_found", "not found");
}

function refusal(status: number, code: string, message: string): Answer {
  const error = { code, message, long_message: message };
  return { status, payload: { errors: [error], clerk_trace_id: "trace_1" } };
}

function storedDomain(id: string, fields: Partial<StoredDomain>): StoredDomain {
  const { name = "", is_satellite = true } = fields;
  return {
    object: "domain",
    id,
    name,
    is_satellite,
    frontend_api_url: `https://clerk.${name}`,
    development_origin: "",
    ...("proxy_url" in fields ? { proxy_url: fields.proxy_url ?? null } : {}),
  };
}

function fail(response: ServerResponse, fault: Fault): void {
  switch (fault.kind) {
    case "status":
      response.writeHead(fault.status, fault.headers).end("{}");
      return;
    case "body":
      response.writeHead(200, { "Content-Type": "application/json" }).end(fault.body);
      return;
    case "slow body":
      response.writeHead(200, { "Content-Type": "application/json" }).write('{"data":');
      return;
    case "hang":
      return;
    case "drop":
      response.destroy();
  }
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}
