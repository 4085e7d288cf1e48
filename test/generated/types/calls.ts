// What must compile and what must not: a compiler is the test. A line below `@ts-expect-error` that
// compiles is itself an error.
import {
  type AddDomainRequest,
  type APIPromise,
  Clerk,
  ClerkCore,
  type Domain,
  type Domains,
  type ListDomainsError,
  listDomains,
  type Result,
  updateDomain,
} from "../../../generated/src/index.js";

const clerk = new Clerk({ bearerAuth: "sk_test" });

export const added: APIPromise<Domain, unknown> = clerk.domains.add({
  name: "example.com",
  is_satellite: true,
  proxy_url: "https://proxy.example.com",
});

export async function values(): Promise<Domains> {
  const { data, total_count: count } = await clerk.domains.list();
  const first: Domain | undefined = data[0];
  const total: number = count;
  const { response } = await clerk.domains.list().withResponse();
  return { data: first ? [first] : [], total_count: total + response.status };
}

export const outcome: Promise<Result<Domains, ListDomainsError>> = clerk.domains.list().result();

export const calls = [
  clerk.domains.list({ timeoutMs: 1000 }),
  clerk.domains.list({}, { timeoutMs: 1000 }),
  clerk.domains.update({ domain_id: "dmn_1", proxy_url: null, name: null, is_secondary: null }),
  clerk.domains.delete({ domain_id: "dmn_1" }, { headers: { "X-Trace": "1" } }),
  listDomains(new ClerkCore()),
  updateDomain(clerk, { domain_id: "dmn_1" }, { retries: { strategy: "none" } }),
  new Clerk({ bearerAuth: async () => "sk_test", fetch: (request) => fetch(request) }),
];

export const wrong = [
  // @ts-expect-error is_satellite is missing
  clerk.domains.add({ name: "example.com" }),
  // @ts-expect-error only true is accepted
  clerk.domains.add({ name: "example.com", is_satellite: false }),
  // @ts-expect-error a name is text
  clerk.domains.add({ name: 1, is_satellite: true }),
  // @ts-expect-error no such field
  clerk.domains.add({ name: "example.com", is_satellite: true, nmae: "" }),
  // @ts-expect-error domain_id is missing
  clerk.domains.update({ name: "example.com" }),
  // @ts-expect-error the argument is missing
  clerk.domains.delete(),
  // @ts-expect-error no such option
  clerk.domains.list({ timeout: 1000 }),
  // @ts-expect-error null is no domain_id
  clerk.domains.delete({ domain_id: null }),
  // @ts-expect-error no such strategy
  new Clerk({ retries: { strategy: "always" } }),
  // @ts-expect-error no such option
  new Clerk({ token: "sk_test" }),
  // @ts-expect-error the client comes first
  listDomains(),
];

// Optional fields take undefined under exactOptionalPropertyTypes too.
export const undefinedField: AddDomainRequest = {
  name: "a",
  is_satellite: true,
  proxy_url: undefined,
};
