import { expect, it } from "vitest";
import { userAgentOf } from "../../generator/plan/user-agent.js";

it.each([
  ["pets", "pets/1.2.0"],
  ["@acme/pets", "acme-pets/1.2.0"],
])("the user agent of %s is a token", (packageName, want) => {
  expect(userAgentOf({ packageName, version: "1.2.0" })).toBe(want);
});
