import { expect, test } from "vitest";
import { Clerk } from "../../generated/src/index.js";
import { updateDomain } from "../../generated/src/operations/domains.js";
import { type Double, double } from "../../generated/src/testing.js";

// A program of a user, and its tests: every case of its `switch` is reached, without mocks of their own.

async function resetProxy(clerk: Clerk, domain_id: string, signal?: AbortSignal): Promise<string> {
  const result = await clerk.domains.update({ domain_id, proxy_url: null }, { signal }).result();
  if (result.ok) return `reset ${result.value.name}`;
  const { error } = result;
  switch (error.status) {
    case 404:
      return `gone: ${error.body.errors[0]?.code}`;
    case 400:
    case 422:
      return `wrong: ${error.body.errors.map(({ message }) => message).join()}`;
    case undefined:
      switch (error.kind) {
        case "connection":
          return "offline";
        case "timeout":
          return `slow: ${error.timeoutMs}`;
        case "aborted":
          return "stopped";
        case "invalid-request":
          return "a mistake";
        case "decode":
          return `unreadable: ${error.httpStatus}`;
        default:
          return error satisfies never;
      }
    default:
      return `status ${error.status}: ${String(error.body)}`;
  }
}

const body = { errors: [{ code: "no_domain", message: "none", long_message: "No such domain." }] };
const domain = {
  object: "domain",
  id: "domain_1",
  name: "a.test",
  is_satellite: false,
  frontend_api_url: "https://clerk.a.test",
  development_origin: "",
} as const;

test.each<
  [want: string, script: (api: Double) => unknown, domainId?: string, signal?: AbortSignal]
>([
  ["reset a.test", (api) => api.on(updateDomain).replies(domain)],
  ["gone: no_domain", (api) => api.on(updateDomain).fails(404, body)],
  ["wrong: none", (api) => api.on(updateDomain).fails(400, body)],
  ["wrong: none", (api) => api.on(updateDomain).fails(422, body)],
  ["status 503: busy", (api) => api.on(updateDomain).failsWith(503, { body: "busy" })],
  ["offline", (api) => api.on(updateDomain).drops("before-headers")],
  ["offline", (api) => api.on(updateDomain).drops("mid-body")],
  ["slow: 60000", (api) => api.on(updateDomain).hangs()],
  ["stopped", (api) => api.on(updateDomain).hangs(), "domain_1", AbortSignal.abort()],
  ["a mistake", () => {}, ".."],
  ["unreadable: 200", (api) => api.on(updateDomain).sends("<html>", { contentType: "text/html" })],
  ["unreadable: 200", (api) => api.on(updateDomain).sends("")],
])("the outcome is %s", async (want, script, domainId = "domain_1", signal) => {
  const api = double();
  const clerk = new Clerk({ bearerAuth: "test", ...api.options });
  script(api);
  const outcome = resetProxy(clerk, domainId, signal);
  await api.clock.run();
  expect(await outcome).toBe(want);
});
