// What an openapi-fetch client over the SDK takes and gives, by itself and in openapi-react-query.
import createQueryClient from "openapi-react-query";
import { fetchClient } from "../../../generated/src/fetch.js";
import {
  type AddDomainRequest,
  Clerk,
  type ClerkErrorsBody,
  type Domain,
  type Domains,
} from "../../../generated/src/index.js";
import type { components, paths } from "../../../generated/src/schema.js";

const client = fetchClient(new Clerk({ bearerAuth: "sk_test" }));

/** A model is what openapi-typescript has under its name. */
export const model: components["schemas"]["Domain"] | null = null satisfies Domain | null;

export async function list(): Promise<Domains> {
  const { data, error } = await client.GET("/domains");
  if (error !== undefined) throw error;
  return data;
}

export async function add(body: AddDomainRequest): Promise<Domain | ClerkErrorsBody> {
  const { data, error } = await client.POST("/domains", { body });
  return error === undefined ? data : error;
}

export const update = client.PATCH("/domains/{domain_id}", {
  params: { path: { domain_id: "dmn_1" } },
  body: { name: undefined, proxy_url: null },
});

// @ts-expect-error: the path needs its parameter
client.DELETE("/domains/{domain_id}");

// @ts-expect-error: the API has no such path
client.GET("/users");

// @ts-expect-error: the API can't delete all domains
client.DELETE("/domains");

// @ts-expect-error: the body needs `is_satellite`
client.POST("/domains", { body: { name: "example.com" } });

const queries = createQueryClient<paths>(client);

export function useDomains(): Domains | undefined {
  return queries.useQuery("get", "/domains").data;
}

export function useAddDomain() {
  const { mutate, error } = queries.useMutation("post", "/domains");
  mutate({ body: { name: "example.com", is_satellite: true } });
  // @ts-expect-error: the body needs `is_satellite`
  mutate({ body: { name: "example.com" } });
  return error?.errors[0]?.code;
}

// @ts-expect-error: the API has no such path
queries.useQuery("get", "/users");
