import { expect, test } from "vitest";
import { apiKeyHeader } from "../../templates/runtime/api-key-header.js";

test("an API key travels in its header, as it is", () => {
  const scheme = apiKeyHeader("apiKey", "THINGS_KEY", "X-Key");
  expect({ ...scheme, write: scheme.write("k") }).toEqual({
    option: "apiKey",
    environment: "THINGS_KEY",
    header: "X-Key",
    write: "k",
  });
});
