import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { hoversOf, isName } from "../hovers.js";
import { root } from "../imports.js";

describe("what an editor shows for a value", () => {
  it("is the name of its model", () => {
    expect(hoversOf(join(root, "generated"))).toEqual([
      { operation: "listDomains", text: "const value: Domains" },
      { operation: "addDomain", text: "const value: Domain" },
      { operation: "deleteDomain", text: "const value: DeletedObject" },
      { operation: "updateDomain", text: "const value: Domain" },
    ]);
  });

  it.each([
    ["Domain", true],
    ["Domain[]", true],
    ["Domain | null", true],
    ['{ object: "domain" }', false],
    ['components["schemas"]["Domain"]', false],
    ["Record<string, unknown>", false],
  ])("%s is one name: %s", (type, want) => {
    expect(isName({ operation: "get", text: `const value: ${type}` })).toBe(want);
  });
});
