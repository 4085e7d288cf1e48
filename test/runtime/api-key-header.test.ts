import { expect, test } from "vitest";
import { apiKeyHeader } from "../../templates/runtime/api-key-header.js";
import { authorized } from "./outgoing.js";

test("an API key is sent unchanged in its header", async () => {
  const scheme = apiKeyHeader("X-Key", ["apiKey", "THINGS_KEY"]);
  const { headers } = await authorized(scheme, { apiKey: "k" });
  expect(Object.fromEntries(headers)).toEqual({ "x-key": "k" });
});
