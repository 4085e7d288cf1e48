import { ClerkCore } from "clerk-domains/core";
import { listDomains } from "clerk-domains/operations/domains";

export const dynamic = "force-dynamic";

export async function GET(): Promise<Response> {
  const client = new ClerkCore({ serverURL: process.env.SERVER_URL });
  const result = await listDomains(client).result();
  return Response.json(result.ok ? result.value.total_count : result.error.kind);
}
