import { ClerkCore } from "clerk-domains/core";
import { updateDomain } from "clerk-domains/operations/domains";

const client = new ClerkCore({ serverURL: globalThis.serverURL, bearerAuth: globalThis.secretKey });
const result = await updateDomain(client, { domain_id: "dmn_9" }).result();
globalThis.answer = result.ok ? result.value.id : result.error.status;

declare global {
  var serverURL: string;
  var secretKey: string;
  var answer: unknown;
}
